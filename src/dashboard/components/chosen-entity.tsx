import { Tag } from 'antd';
import { useAnswer } from '../api/use-answer.ts';
import { EntityCard } from '../operations/entity.ts';
import { say } from '../words.ts';

/** An entity that was chosen, and a way to take it off again. */
export function ChosenEntity({ id, remove }: { id: string; remove: () => void }) {
  const label = useAnswer(EntityCard, { id }).data?.data.entity?.label ?? id;
  return (
    <Tag closable={{ 'aria-label': say('remove', { name: label }) }} onClose={remove}>
      {label}
    </Tag>
  );
}
