import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { EntityKind } from '../../domain/vocabulary.ts';
import { useAnswer } from '../api/use-answer.ts';
import { EntityCard } from '../operations/entity.ts';
import { say } from '../words.ts';
import { HitLine } from './hit-line.tsx';
import { useHits } from './use-hits.ts';

interface Props {
  /** What is chosen, as an id. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly kinds: EntityKind[];
  /** What is chosen here, in words. */
  readonly label: string;
}

/** Chooses an entity by typing: characters, pinyin, initials, English. */
export function EntityPicker({ value, onChange, kinds, label }: Props) {
  const [text, setText] = useState('');
  const { groups, asked } = useHits(text, kinds);
  const chosen = useAnswer(EntityCard, { id: value }, { enabled: value !== '' }).data?.data.entity;
  const found = groups.flatMap(({ hits }) => hits.map((hit) => ({ value: hit.entity.id, label: <HitLine hit={hit} /> })));
  const options: { value: string; label: ReactNode }[] = text === '' && chosen ? [{ value: chosen.id, label: chosen.label }] : found;
  return (
    <Select
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      allowClear
      className="picker"
      aria-label={label}
      placeholder={label}
      value={value || undefined}
      options={options}
      notFoundContent={asked ? say('nothing') : null}
      labelRender={({ label: shown, value: id }) => (id === chosen?.id ? chosen.label : (shown ?? String(id)))}
      onChange={(id: string | undefined) => {
        setText('');
        onChange(id ?? '');
      }}
    />
  );
}
