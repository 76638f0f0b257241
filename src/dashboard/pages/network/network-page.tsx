import { useQueries } from '@tanstack/react-query';
import { answerOptions, useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { EntityCard } from '../../operations/entity.ts';
import { NetworkOf, type NetworkVariables } from '../../operations/network.ts';
import { NetworkForm } from './network-form.tsx';
import { NetworkView } from './network-view.tsx';
import { ScopeForm } from './scope-form.tsx';
import { Suggestions } from './suggestions.tsx';
import { useNetworkQuestion } from './use-network-question.ts';
import { say } from './words.ts';

const mostNamed = 3;

/** Who met whom: in a series, at events, at an organisation, around someone, among several. */
export default function NetworkPage() {
  const question = useNetworkQuestion();
  const { variables, chosen } = question;
  const cards = useCards(question.given.ids);
  const names = cards.slice(0, mostNamed).map(({ label }) => label);
  const more = cards.length > mostNamed ? say('andOthers', { count: cards.length }) : '';
  const title = names.length > 0 ? say('titleOf', { name: names.join(say('comma')) + more }) : say('title');
  return (
    <Page
      title={title}
      sub={cards[0] && cards.length === 1 && <EntityLink entity={cards[0]} />}
      asks={variables && { operation: NetworkOf, variables }}
    >
      <p className="lead">{say('lead')}</p>
      <ScopeForm question={question} />
      {variables ? (
        <>
          <NetworkForm question={question} />
          <Found variables={variables} title={title} scope={chosen?.words ?? ''} />
        </>
      ) : (
        <Suggestions />
      )}
    </Page>
  );
}

function useCards(ids: readonly string[]) {
  const answers = useQueries({ queries: ids.map((id) => answerOptions(EntityCard, { id })) });
  return answers.flatMap(({ data }) => data?.data.entity ?? []);
}

function Found({ variables, title, scope }: { variables: NetworkVariables; title: string; scope: string }) {
  const query = useAnswer(NetworkOf, variables, { keep: true });
  return (
    <Asked query={query} lines={20}>
      {({ network }) =>
        network &&
        (network.nodes.length === 0 ? <Nothing what={say('nobody')} /> : <NetworkView network={network} name={title} scope={scope} />)
      }
    </Asked>
  );
}
