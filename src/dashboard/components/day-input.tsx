import { Input } from 'antd';

/** A day to be chosen, in the browser's own way. */
export function DayInput({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <Input className="day" type="date" aria-label={label} prefix={label} value={value} onChange={({ target }) => onChange(target.value)} />
  );
}
