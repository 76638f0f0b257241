import { useMemo } from 'react';
import { useOpenEvidence } from '../evidence/use-evidence.ts';
import { formatNumber } from '../language/format.ts';
import { barOption } from './bar-option.ts';
import { Chart } from './chart.tsx';
import { CountTable } from './count-table.tsx';
import { type Counted, factsOf } from './counted.ts';
import { describeCounted } from './describe-counted.ts';
import { say } from './words.ts';

interface Props {
  readonly counted: Counted;
  readonly caption: string;
  readonly rowTitle: string;
}

/** Counts as bars, and the same in a table; each opens the facts that it counts. */
export function CountsFigure({ counted, caption, rowTitle }: Props) {
  const openEvidence = useOpenEvidence();
  const option = useMemo(() => barOption(counted, describeCounted(caption, counted)), [caption, counted]);
  return (
    <figure className="counts">
      <Chart option={option} onPick={(row, series) => openEvidence(factsOf(counted, row, series))} />
      <figcaption>
        <CountTable counted={counted} caption={caption} rowTitle={rowTitle} />
        <p className="note no-print">{say('opens')}</p>
        {counted.undated > 0 && <p className="note">{say('undated', { count: formatNumber(counted.undated) })}</p>}
        {counted.coarse > 0 && <p className="note">{say('coarse', { count: formatNumber(counted.coarse) })}</p>}
      </figcaption>
    </figure>
  );
}
