import { useMemo } from 'react';
import { countOverTime } from '../../charts/count-over-time.ts';
import { CountsFigure } from '../../charts/counts-figure.tsx';
import type { Partner } from '../../operations/partnerships.ts';
import { tieKinds } from './tie-kinds.ts';
import { say } from './words.ts';

const series = tieKinds.map((kind) => say(kind));

/** The ties of the partners in the matrix by the year they begin in; one that ties several partners counts once. */
export function TiesByYear({ partners }: { partners: readonly Partner[] }) {
  const counted = useMemo(() => {
    const ties = new Map(partners.flatMap((partner) => partner.ties.map((tie) => [tie.factId, tie] as const))).values();
    const dated = [...ties].map(({ factId, kind, date }) => ({
      start: date?.start,
      series: tieKinds.indexOf(kind as never),
      factIds: [factId],
    }));
    return countOverTime(dated, series, 'year');
  }, [partners]);
  if (counted.rows.length === 0) return null;
  return (
    <>
      <h2>{say('byYear')}</h2>
      <CountsFigure counted={counted} caption={say('byYear')} rowTitle={say('year')} />
    </>
  );
}
