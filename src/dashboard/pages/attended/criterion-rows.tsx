import { Button, Select } from 'antd';
import { type EntityKind, type EventRole, eventRoles } from '../../../domain/vocabulary.ts';
import { DayInput } from '../../components/day-input.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { pick } from '../../language/language.ts';
import { emptyRow, type List, type Row } from './criteria.ts';
import { say } from './words.ts';

const kinds: EntityKind[] = ['EVENT', 'EVENT_SERIES'];
const roleOptions = Object.entries(eventRoles).map(([value, label]) => ({ value: value as EventRole, label: pick(label) }));

/** The rows of one list of the form. */
export function CriterionRows({ list, rows, onChange }: { list: List; rows: readonly Row[]; onChange: (rows: readonly Row[]) => void }) {
  const change = (index: number, change: Partial<Row>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="criteria">
      <legend>{say(list)}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name; they are only added at the end.
        <div className="filters" key={index}>
          <EntityPicker label={say('event')} kinds={kinds} value={row.id} onChange={(id) => change(index, { id })} />
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={say('rolesLabel')}
            placeholder={say('roles')}
            options={roleOptions}
            value={[...row.roles]}
            onChange={(roles) => change(index, { roles })}
            style={{ minWidth: 190 }}
          />
          <DayInput label={say('from')} value={row.from} onChange={(from) => change(index, { from })} />
          <DayInput label={say('to')} value={row.to} onChange={(to) => change(index, { to })} />
          <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>{say('remove')}</Button>
        </div>
      ))}
      <Button type="dashed" onClick={() => onChange([...rows, emptyRow])}>
        {say('add', { list: say(list) })}
      </Button>
    </fieldset>
  );
}
