import { Link } from 'react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { Page } from '../../components/page.tsx';
import { rowsPath } from '../../components/rows-path.ts';
import { formatDate, formatNumber } from '../../language/format.ts';
import { Home, type HomeAnswer } from '../../operations/home.ts';
import { SearchBox } from '../../shell/search-box.tsx';
import { say as sayAll } from '../../words.ts';
import { say } from './words.ts';

/** Where one begins: the search, what is recorded, what happened last, and what it is read from. */
export function HomePage() {
  const query = useAnswer(Home, {});
  return (
    <Page title={sayAll('brand')} asks={{ operation: Home, variables: {} }}>
      <p className="lead">{say('lead')}</p>
      <div className="home-search">
        <SearchBox large />
      </div>
      <Asked query={query} lines={16}>
        {(data) => <Shown {...data} />}
      </Asked>
    </Page>
  );
}

function Shown({ overview, events, sources }: HomeAnswer) {
  return (
    <>
      <h2>{say('figures')}</h2>
      <ul className="figures">
        {overview?.figures.map(({ key, label, value, rows }) => (
          <li key={key}>
            <Link className="figure" to={rowsPath(rows)}>
              <span className="number">{formatNumber(value)}</span>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="columns">
        <section>
          <h2>{say('events')}</h2>
          <ul className="plain">
            {events?.edges.map(({ node }) => (
              <li key={node.id} className="dated">
                <span className="when">{formatDate(node.date)}</span>
                <EntityLink entity={node} />
              </li>
            ))}
          </ul>
          <p>
            <Link to={rowsPath({ field: 'events', variables: { orderBy: 'DATE' } })}>{say('allEvents')}</Link> ·{' '}
            <Link to="/timeline">{say('overTime')}</Link>
          </p>
        </section>
        <section>
          <h2>{say('sources')}</h2>
          <ul className="plain">
            {sources?.edges.map(({ node }) => (
              <li key={node.id}>
                <EntityLink entity={node} />
                <div className="note">
                  {[node.outlet.join('、'), formatDate(node.date), node.lineCount && say('lines', { count: node.lineCount })]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
