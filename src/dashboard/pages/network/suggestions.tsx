import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { eventSeries } from '../../operations/lists.ts';
import { say } from './words.ts';

/** Where one may begin who has no name in mind. */
export function Suggestions() {
  const query = useAnswer(eventSeries, {});
  return (
    <section>
      <h2>{say('begin')}</h2>
      <Asked query={query}>
        {({ rows }) => (
          <ul className="plain">
            {rows?.edges.map(({ node }) => (
              <li key={node.id}>
                <Link to={`/network?of=${encodeURIComponent(node.id)}`}>{say('titleOf', { name: node.label })}</Link>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}
