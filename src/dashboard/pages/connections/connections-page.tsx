import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { type Certainty, certainties, type EntityKind } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { pick } from '../../language/language.ts';
import { Connections, type Path } from '../../operations/connections.ts';
import { PathSteps } from './path-steps.tsx';
import { say } from './words.ts';

const kinds: EntityKind[] = ['PERSON', 'ORGANISATION', 'EVENT', 'WORK', 'PROJECT'];
const limits = ['1', '3', '5', '10'];

/** From one to another: the paths, drawn and told, every step with its lines. */
export default function ConnectionsPage() {
  const [search, setSearch] = useSearchParams();
  const [from, setFrom] = useStateInAddress('from');
  const [to, setTo] = useStateInAddress('to');
  const [limit, setLimit] = useStateInAddress('limit', '3');
  const variables = { fromId: from, toId: to, limit: Number(limit), maxFacts: 6 };
  const isWhole = from !== '' && to !== '';
  const swap = () => {
    search.set('from', to);
    search.set('to', from);
    setSearch(search, { replace: true });
  };
  return (
    <Page title={say('title')} asks={isWhole ? { operation: Connections, variables } : undefined}>
      <p className="lead">{say('lead')}</p>
      <div className="filters no-print">
        <EntityPicker label={say('from')} kinds={kinds} value={from} onChange={setFrom} />
        <Button onClick={swap} disabled={!isWhole}>
          ⇄ {say('swap')}
        </Button>
        <EntityPicker label={say('to')} kinds={kinds} value={to} onChange={setTo} />
        <Select
          aria-label={say('limit')}
          value={limit}
          onChange={setLimit}
          options={limits.map((value) => ({ value, label: `${say('limit')} ${value}` }))}
        />
      </div>
      {isWhole ? <Found key={`${from} ${to} ${limit}`} variables={variables} /> : <Nothing what={say('choose')} />}
    </Page>
  );
}

function Found({ variables }: { variables: { fromId: string; toId: string; limit: number; maxFacts: number } }) {
  const query = useAnswer(Connections, variables);
  return (
    <Asked query={query} lines={12}>
      {({ paths }) =>
        paths?.length === 0 ? (
          <Nothing what={say('none')} />
        ) : (
          paths?.map((path, index) => <OnePath key={keyOf(path)} path={path} number={index + 1} />)
        )
      }
    </Asked>
  );
}

const keyOf = ({ steps }: Path): string => steps.map(({ fact }) => fact.factId).join(' ');

function OnePath({ path, number }: { path: Path; number: number }) {
  const certainty = pick(certainties[path.certainty as Certainty]);
  return (
    <section>
      <h2>{say('path', { number, length: path.length, certainty })}</h2>
      <p className="narration">{path.narration}</p>
      <PathSteps path={path} />
    </section>
  );
}
