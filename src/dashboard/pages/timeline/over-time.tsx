import { Select } from 'antd';
import { useMemo } from 'react';
import { useFirstRows } from '../../api/use-first-rows.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { countOverTime, type Dated } from '../../charts/count-over-time.ts';
import { CountsFigure } from '../../charts/counts-figure.tsx';
import type { SpanUnit } from '../../charts/spans.ts';
import { Loading } from '../../components/asked.tsx';
import { FaultNotice } from '../../components/fault-notice.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { formatNumber } from '../../language/format.ts';
import type { FactKind } from '../../operations/fragments.ts';
import { EventDates, FactDates } from '../../operations/timeline.ts';
import { say } from './words.ts';

// So many are fetched to be counted; beyond that the chart says how many it leaves out.
const mostCounted = 1000;
const units = (['year', 'month'] as const).map((value) => ({ value, label: say(value) }));

/** How many facts about chosen entries each month or year has. */
export function FactsOverTime({ variables }: { variables: { ids: string[]; from?: string; to?: string; kinds?: FactKind[] } }) {
  const query = usePages(FactDates, variables, ({ timeline }) => timeline);
  const { rows, total } = useFirstRows(query, ({ timeline }) => timeline, mostCounted);
  const dated = rows.map(({ factId, date }) => ({ start: date?.start, series: 0, factIds: [factId] }));
  return <OverTime query={query} dated={dated} total={total} title={say('facts')} />;
}

/** How many events each month or year has; a bar rests on the facts that say when they were. */
export function EventsOverTime({ filter }: { filter: { from?: string; to?: string } }) {
  const query = usePages(EventDates, { filter }, ({ events }) => events);
  const { rows, total } = useFirstRows(query, ({ events }) => events, mostCounted);
  const dated = rows.map(({ date, statements }) => ({ start: date?.start, series: 0, factIds: statements.map(({ factId }) => factId) }));
  return <OverTime query={query} dated={dated} total={total} title={say('events')} />;
}

interface Props {
  readonly query: Pages<unknown>;
  readonly dated: readonly Dated[];
  readonly total: number;
  readonly title: string;
}

function OverTime({ query: { data, error, refetch }, dated, total, title }: Props) {
  const [unit, setUnit] = useStateInAddress('by', 'year');
  // What is counted changes only as pages come in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `dated` is made anew on each rendering.
  const counted = useMemo(() => countOverTime(dated, [title], unit as SpanUnit), [data, unit, title]);
  const fault = error ?? data?.pages.flatMap(({ faults }) => faults)[0];
  if (fault) return <FaultNotice error={fault} retry={() => void refetch()} />;
  if (!data) return <Loading lines={8} />;
  const leftOut = total - dated.length;
  return (
    <section>
      <h2>{say('overTime', { what: title })}</h2>
      <Select className="no-print" aria-label={say('unit')} options={units} value={unit} onChange={setUnit} />
      {counted.rows.length === 0 ? (
        <Nothing what={say('noDates')} />
      ) : (
        <CountsFigure counted={counted} caption={say('overTime', { what: title })} rowTitle={say('when')} />
      )}
      {leftOut > 0 && <p className="note">{say('leftOut', { count: formatNumber(leftOut) })}</p>}
    </section>
  );
}
