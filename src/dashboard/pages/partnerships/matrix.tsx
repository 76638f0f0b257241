import { CertaintyMark } from '../../components/certainty-mark.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import type { Partner } from '../../operations/partnerships.ts';
import { countSources } from './count-sources.ts';
import { tieKinds } from './tie-kinds.ts';
import { say } from './words.ts';

/** Partner by kind of tie: each cell opens its facts. */
export function Matrix({ partners }: { partners: readonly Partner[] }) {
  return (
    <div className="wide">
      <table className="rows broad matrix">
        <caption className="unseen">{say('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('partner')}</th>
            {tieKinds.map((kind) => (
              <th scope="col" key={kind}>
                {say(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => (
            <tr key={partner.partner.id}>
              <th scope="row">
                <EntityLink entity={partner.partner} />
                <MoreTies partner={partner} />
              </th>
              {tieKinds.map((kind) => (
                <Cell key={kind} partner={partner} kind={kind} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MoreTies({ partner: { tieCount, ties } }: { partner: Partner }) {
  const more = tieCount - ties.length;
  return more > 0 ? <span className="other-name">{say('moreTies', { count: more })}</span> : null;
}

const rank = ['AMBIGUOUS', 'IMPLIED', 'EXPLICIT'];

function Cell({ partner: { ties, kinds, undated }, kind }: { partner: Partner; kind: Partner['kinds'][number] }) {
  const own = ties.filter((tie) => tie.kind === kind);
  // The first ties of a partner with many may be of other kinds.
  if (own.length === 0) return <td>{kinds.includes(kind) && say('recorded')}</td>;
  const strongest = own.map(({ certainty }) => certainty).sort((a, b) => rank.indexOf(b) - rank.indexOf(a))[0] ?? 'EXPLICIT';
  return (
    <td className="tie">
      <EvidenceButton facts={own.map(({ factId }) => ({ factId }))}>{say('facts', { count: own.length })}</EvidenceButton>{' '}
      <CertaintyMark certainty={strongest} disputed={own.some(({ disputed }) => disputed)} />
      <span className="other-name">
        {[countSources(own) === 1 && say('single'), own.some(({ factId }) => undated.includes(factId)) && say('undated')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </td>
  );
}
