import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { EntityCard } from '../../operations/entity.ts';
import { NetworkOf } from '../../operations/network.ts';
import { NetworkForm } from './network-form.tsx';
import { NetworkView } from './network-view.tsx';
import { Suggestions } from './suggestions.tsx';
import { useNetworkQuestion } from './use-network-question.ts';
import { say } from './words.ts';

/** Who met whom: in a series, at an event, at an organisation, around a person. */
export default function NetworkPage() {
  const question = useNetworkQuestion();
  const { variables, given } = question;
  const isAsked = given.id !== '';
  const query = useAnswer(NetworkOf, variables, { enabled: isAsked, keep: true });
  const chosen = useAnswer(EntityCard, { id: given.id }, { enabled: isAsked }).data?.data.entity;
  const title = chosen ? say('titleOf', { name: chosen.label }) : say('title');
  return (
    <Page title={title} sub={chosen && <EntityLink entity={chosen} />} asks={isAsked ? { operation: NetworkOf, variables } : undefined}>
      <p className="lead">{say('lead')}</p>
      <NetworkForm question={question} />
      {isAsked ? (
        <Asked query={query} lines={20}>
          {({ network }) =>
            network && (network.nodes.length === 0 ? <Nothing what={say('nobody')} /> : <NetworkView network={network} name={title} />)
          }
        </Asked>
      ) : (
        <Suggestions />
      )}
    </Page>
  );
}
