import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { NetworkOf } from '../../operations/network.ts';
import { RingPicture } from './ring-picture.tsx';
import { say } from './words.ts';

/** Someone among those of the list below it, and who of these met whom. */
export function SmallNetwork({ me, others }: { me: string; others: readonly string[] }) {
  const variables = { scope: { entityIds: [me, ...others] }, maxNodes: others.length + 1, maxTies: 200 };
  const query = useAnswer(NetworkOf, variables);
  return (
    <Asked query={query} lines={8}>
      {({ network }) =>
        network && (
          <figure className="small-network">
            <RingPicture network={network} me={me} />
            <figcaption className="note">
              {say('ringLegend')} <Link to={`/network?of=${me}`}>{say('wholeNetwork')}</Link>
            </figcaption>
          </figure>
        )
      }
    </Asked>
  );
}
