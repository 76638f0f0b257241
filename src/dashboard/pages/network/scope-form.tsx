import { Select } from 'antd';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import { ChosenEntity } from '../../components/chosen-entity.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { staff } from './choose-scope.ts';
import type { useNetworkQuestion } from './use-network-question.ts';
import { say } from './words.ts';

const any: EntityKind[] = ['PERSON', 'ORGANISATION', 'EVENT', 'EVENT_SERIES'];
const steps = ['1', '2'].map((value) => ({ value, label: say('hops', { count: value }) }));
const stepsOrStaff = [{ value: staff, label: say('staff') }, ...steps];

/** Whose network is asked for: one, or several that go together. */
export function ScopeForm({ question: { given, chosen, set } }: { question: ReturnType<typeof useNetworkQuestion> }) {
  const more = chosen ? [...chosen.more] : any;
  const [first = ''] = given.ids;
  const isAlone = given.ids.length === 1 && more.includes('PERSON');
  return (
    <div className="filters no-print">
      {given.ids.map((id) => (
        <ChosenEntity key={id} id={id} remove={() => set.ids(given.ids.filter((each) => each !== id))} />
      ))}
      {more.length > 0 && (
        <EntityPicker value="" onChange={(id) => set.ids([...given.ids, id])} kinds={more} label={say(chosen ? 'another' : 'scope')} />
      )}
      {isAlone && (
        <Select
          aria-label={say('hopsLabel')}
          options={first.startsWith('organisation:') ? stepsOrStaff : steps}
          value={given.hops}
          onChange={set.hops}
        />
      )}
    </div>
  );
}
