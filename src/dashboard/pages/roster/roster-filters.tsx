import { Input, Select } from 'antd';
import { entityKinds, eventRoles } from '../../../domain/vocabulary.ts';
import { pick } from '../../language/language.ts';
import type { useRosterFilter } from './use-roster-filter.ts';
import { say } from './words.ts';

const orderOptions = (['ROLE_THEN_NAME', 'NAME', 'PRINTED'] as const).map((value) => ({ value, label: say(value) }));
const roleOptions = Object.entries(eventRoles).map(([value, label]) => ({ value, label: pick(label) }));
const kindOptions = (['PERSON', 'ORGANISATION'] as const).map((value) => ({ value, label: pick(entityKinds[value]) }));

/** Which part of a roster is looked at, and in which order. */
export function RosterFilters({ filter }: { filter: ReturnType<typeof useRosterFilter> }) {
  const { given, setRoles, setKind, setOrder, setText } = filter;
  return (
    <div className="filters no-print">
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        className="roles"
        aria-label={say('filterRole')}
        placeholder={say('allRoles')}
        options={roleOptions}
        value={given.roles as string[]}
        onChange={setRoles}
      />
      <Select
        aria-label={say('filterKind')}
        placeholder={say('allKinds')}
        options={kindOptions}
        value={given.kind}
        onChange={setKind}
        allowClear
      />
      <Select aria-label={say('order')} options={orderOptions} value={given.order} onChange={setOrder} />
      <Input
        aria-label={say('find')}
        placeholder={say('find')}
        value={given.text}
        onChange={({ target }) => setText(target.value)}
        allowClear
      />
    </div>
  );
}
