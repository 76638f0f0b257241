import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { NetworkOf } from '../../operations/network.ts';
import { RingFigure } from './ring-figure.tsx';
import { say } from './words.ts';

/** Someone among those of the list below it, and who of these met whom. */
export function SmallNetwork({ me, others }: { me: string; others: readonly string[] }) {
  const query = useAnswer(NetworkOf, { scope: { entityIds: [me, ...others] }, maxNodes: others.length + 1, maxTies: 200 });
  return (
    <Asked query={query} lines={8}>
      {({ network }) => network && <RingFigure network={network} middle={me} title={say('ring')} of={me} />}
    </Asked>
  );
}
