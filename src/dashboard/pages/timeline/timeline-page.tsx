import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { factKinds } from '../../../domain/facts.ts';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import { usePages } from '../../api/use-pages.ts';
import { ChosenEntity } from '../../components/chosen-entity.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { pick } from '../../language/language.ts';
import type { FactKind, FactLine } from '../../operations/fragments.ts';
import { EventDates, Timeline } from '../../operations/timeline.ts';
import { EventsOverTime, FactsOverTime } from './over-time.tsx';
import { say } from './words.ts';

const entityKinds: EntityKind[] = ['PERSON', 'ORGANISATION', 'EVENT', 'EVENT_SERIES', 'WORK', 'PROJECT', 'HONOUR', 'PLACE'];
const kindOptions = Object.entries(factKinds).map(([value, label]) => ({ value, label: pick(label) }));

/** What is recorded about chosen entries, year by year. */
export default function TimelinePage() {
  const [search, setSearch] = useSearchParams();
  const ids = search.getAll('of');
  const [from, setFrom] = useStateInAddress('from');
  const [to, setTo] = useStateInAddress('to');
  const [kindText, setKindText] = useStateInAddress('kinds');
  const kinds = kindText ? (kindText.split('.') as FactKind[]) : [];
  const setIds = (next: readonly string[]) =>
    setSearch((current) => {
      current.delete('of');
      for (const id of new Set(next.filter(Boolean))) current.append('of', id);
      return current;
    });
  const range = { ...(from && { from }), ...(to && { to }) };
  const variables = { ids, ...range, ...(kinds.length > 0 && { kinds }) };
  const asks = ids.length > 0 ? { operation: Timeline, variables } : { operation: EventDates, variables: { filter: range } };
  return (
    <Page title={say('title')} asks={asks}>
      <p className="lead no-print">{say('lead')}</p>
      <div className="filters no-print">
        {ids.map((id) => (
          <ChosenEntity key={id} id={id} remove={() => setIds(ids.filter((each) => each !== id))} />
        ))}
        <EntityPicker label={say('add')} kinds={entityKinds} value="" onChange={(id) => setIds([...ids, id])} />
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          className="roles"
          aria-label={say('kindsLabel')}
          placeholder={say('kinds')}
          options={kindOptions}
          value={kinds as string[]}
          onChange={(chosen) => setKindText(chosen.join('.'))}
        />
        <DayInput label={say('from')} value={from} onChange={setFrom} />
        <DayInput label={say('to')} value={to} onChange={setTo} />
      </div>
      {ids.length > 0 ? (
        <>
          <FactsOverTime variables={variables} />
          <Found variables={variables} />
        </>
      ) : (
        <>
          <Nothing what={say('choose')} />
          <EventsOverTime filter={range} />
        </>
      )}
    </Page>
  );
}

function Found({ variables }: { variables: { ids: string[]; from?: string; to?: string; kinds?: FactKind[] } }) {
  const query = usePages(Timeline, variables, ({ timeline }) => timeline);
  return (
    <Paged query={query} listOf={({ timeline }) => timeline} lines={14}>
      {(facts, total) =>
        total === 0 ? (
          <Nothing what={say('none')} />
        ) : (
          <>
            <p className="note">{say('total', { total })}</p>
            {byYear(facts).map(([year, own]) => (
              <section key={year}>
                <h2>{year || say('undated')}</h2>
                <FactList facts={own} />
              </section>
            ))}
          </>
        )
      }
    </Paged>
  );
}

/** The facts by the year they begin in, in the order in which they come. */
function byYear(facts: readonly FactLine[]): [year: string, facts: FactLine[]][] {
  const years = new Map<string, FactLine[]>();
  for (const fact of facts) {
    const year = fact.date?.start?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), fact]);
  }
  return [...years];
}
