import { Select } from 'antd';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { FaultNotice } from '../../components/fault-notice.tsx';
import { MatchNames, type NameMatch } from '../../operations/match-names.ts';
import type { Criteria } from './use-criteria.ts';
import { useMeant } from './use-meant.ts';
import { useMet } from './use-met.ts';
import { say } from './words.ts';

const kinds: EntityKind[] = ['PERSON', 'ORGANISATION'];

interface Props {
  readonly names: string[];
  readonly criteria: Criteria | undefined;
}

/** Whom each of these names means. */
export function CheckedNames({ names, criteria }: Props) {
  const query = useAnswer(MatchNames, { names, kinds });
  return (
    <Asked query={query} lines={names.length}>
      {({ matchNames }) =>
        criteria ? <Met matches={matchNames ?? []} criteria={criteria} /> : <NameTable matches={matchNames ?? []} answer={undefined} />
      }
    </Asked>
  );
}

function Met({ matches, criteria }: { matches: readonly NameMatch[]; criteria: Criteria }) {
  const ids = [...new Set(matches.flatMap(({ hits }) => hits.map(({ entity }) => entity.id)))];
  const { met, fault, retry } = useMet(criteria, ids);
  return (
    <>
      {fault && <FaultNotice error={fault} retry={retry} />}
      <NameTable matches={matches} answer={(id) => (met ? say(met.has(id) ? 'yes' : 'no') : '…')} />
    </>
  );
}

interface TableProps {
  readonly matches: readonly NameMatch[];
  /** Whether the question holds of someone, in words; undefined where none is asked. */
  readonly answer: ((id: string) => string) | undefined;
}

function NameTable({ matches, answer }: TableProps) {
  return (
    <div className="wide">
      <table className="rows">
        <caption className="unseen">{say('names')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('input')}</th>
            <th scope="col">{say('status')}</th>
            <th scope="col">{say('who')}</th>
            {answer && <th scope="col">{say('answer')}</th>}
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <OneName key={match.input} match={match} answer={answer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneName({ match: { input, status, hits }, answer }: { match: NameMatch; answer: TableProps['answer'] }) {
  const [meant, setMeant] = useMeant(input);
  const chosen = status === 'MATCHED' ? hits[0]?.entity.id : meant;
  const entity = hits.find((hit) => hit.entity.id === chosen)?.entity;
  const options = hits.map((hit) => ({ value: hit.entity.id, label: [hit.entity.label, hit.entity.summary].filter(Boolean).join(' · ') }));
  return (
    <tr>
      <th scope="row">{input}</th>
      <td>{say(status)}</td>
      <td>
        {status === 'AMBIGUOUS' && (
          <Select
            aria-label={`${say('AMBIGUOUS')}: ${input}`}
            options={options}
            value={chosen}
            onChange={setMeant}
            style={{ minWidth: 260 }}
          />
        )}{' '}
        {entity && <EntityLink entity={entity} />}
      </td>
      {answer && <td>{entity && answer(entity.id)}</td>}
    </tr>
  );
}
