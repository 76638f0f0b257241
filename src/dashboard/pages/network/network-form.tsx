import { InputNumber, Select } from 'antd';
import { entityKinds, eventRoles } from '../../../domain/vocabulary.ts';
import { DayInput } from '../../components/day-input.tsx';
import { pick } from '../../language/language.ts';
import type { useNetworkQuestion } from './use-network-question.ts';
import { say } from './words.ts';

const roleOptions = Object.entries(eventRoles).map(([value, label]) => ({ value, label: pick(label) }));
const kindOptions = (['PERSON', 'ORGANISATION'] as const).map((value) => ({ value, label: pick(entityKinds[value]) }));
const weightingOptions = (['SIZE_AND_ROLE', 'SIZE', 'ROLE', 'COUNT'] as const).map((value) => ({ value, label: say(value) }));
const mostOptions = ['50', '200', '500', '2000'].map((value) => ({ value, label: say('most', { count: value }) }));

/** Which part of a network is asked for, and what weighs in it. */
export function NetworkForm({ question: { given, set, setRoles } }: { question: ReturnType<typeof useNetworkQuestion> }) {
  return (
    <div className="filters no-print">
      <DayInput label={say('from')} value={given.from} onChange={set.from} />
      <DayInput label={say('to')} value={given.to} onChange={set.to} />
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        className="roles"
        aria-label={say('roles')}
        placeholder={say('allRoles')}
        options={roleOptions}
        value={given.roles as string[]}
        onChange={setRoles}
      />
      <Select
        aria-label={say('kind')}
        placeholder={say('allKinds')}
        options={kindOptions}
        value={given.kind || undefined}
        onChange={(kind) => set.kind(kind ?? '')}
        allowClear
      />
      <Select aria-label={say('weighting')} options={weightingOptions} value={given.weighting} onChange={set.weighting} />
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
