import { InputNumber, Select } from 'antd';
import { type EntityKind, entityKinds, eventRoles } from '../../../domain/vocabulary.ts';
import { DayInput } from '../../components/day-input.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { pick } from '../../language/language.ts';
import type { useNetworkQuestion } from './use-network-question.ts';
import { say } from './words.ts';

const scopes: EntityKind[] = ['PERSON', 'ORGANISATION', 'EVENT', 'EVENT_SERIES'];
const roleOptions = Object.entries(eventRoles).map(([value, label]) => ({ value, label: pick(label) }));
const kindOptions = (['PERSON', 'ORGANISATION'] as const).map((value) => ({ value, label: pick(entityKinds[value]) }));
const hopOptions = ['1', '2'].map((value) => ({ value, label: say('hops', { count: value }) }));
const mostOptions = ['50', '200', '500', '2000'].map((value) => ({ value, label: say('most', { count: value }) }));

/** Whose network is asked for, and which part of it. */
export function NetworkForm({ question: { given, set, setRoles } }: { question: ReturnType<typeof useNetworkQuestion> }) {
  return (
    <div className="filters no-print">
      <EntityPicker value={given.id} onChange={set.id} kinds={scopes} label={say('scope')} />
      {given.id.startsWith('person:') && (
        <Select aria-label={say('hopsLabel')} options={hopOptions} value={given.hops} onChange={set.hops} />
      )}
      <DayInput label={say('from')} value={given.from} onChange={set.from} />
      <DayInput label={say('to')} value={given.to} onChange={set.to} />
      <Select
        mode="multiple"
        className="roles"
        aria-label={say('roles')}
        placeholder={say('allRoles')}
        options={roleOptions}
        value={given.roles}
        onChange={(chosen) => setRoles(chosen)}
      />
      <Select
        aria-label={say('kind')}
        placeholder={say('allKinds')}
        options={kindOptions}
        value={given.kind || undefined}
        onChange={(kind) => set.kind(kind ?? '')}
        allowClear
      />
      <InputNumber
        prefix={say('least')}
        aria-label={say('least')}
        min={0}
        step={0.5}
        value={Number(given.least)}
        onChange={(least) => set.least(String(least ?? 0))}
      />
      <Select aria-label={say('mostLabel')} options={mostOptions} value={given.most} onChange={set.most} />
    </div>
  );
}
