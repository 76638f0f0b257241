import { EvidenceButton } from '../evidence/evidence-button.tsx';
import { formatNumber } from '../language/format.ts';
import { type Counted, factsOf } from './counted.ts';

interface Props {
  readonly counted: Counted;
  /** What the table counts. */
  readonly caption: string;
  /** What its rows are. */
  readonly rowTitle: string;
}

/** What a chart shows, as a table whose counts open their evidence; rows without any are left out. */
export function CountTable({ counted, caption, rowTitle }: Props) {
  return (
    <div className="wide tall">
      <table className="rows">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {[rowTitle, ...counted.series].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.rows.map(({ label, counts }, row) =>
            counts.some(({ count }) => count > 0) ? (
              <tr key={label}>
                <th scope="row">{label}</th>
                {counts.map(({ count }, series) => (
                  <td key={counted.series[series]}>
                    {count > 0 && (
                      <EvidenceButton facts={factsOf(counted, row, series).map((factId) => ({ factId }))}>
                        {formatNumber(count)}
                      </EvidenceButton>
                    )}
                  </td>
                ))}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  );
}
