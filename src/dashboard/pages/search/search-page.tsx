import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-pages.ts';
import { entityPath } from '../../components/entity-path.ts';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { sayMatch } from '../../components/say-match.ts';
import { groupHits } from '../../components/use-hits.ts';
import { type Hit, SearchAll } from '../../operations/search.ts';
import { say } from './words.ts';

/** All that a text finds, grouped by kind, with what of it matched. */
export default function SearchPage() {
  const [search] = useSearchParams();
  const variables = { text: search.get('q') ?? '', first: 50 };
  const query = usePages(SearchAll, variables, ({ search: hits }) => hits);
  return (
    <Page title={say('title', { text: variables.text })} asks={{ operation: SearchAll, variables }}>
      <Paged query={query} listOf={({ search: hits }) => hits}>
        {(hits, total) => (total === 0 ? <Nothing what={say('none')} /> : <Groups hits={hits} total={total} />)}
      </Paged>
    </Page>
  );
}

function Groups({ hits, total }: { hits: Hit[]; total: number }) {
  return (
    <>
      <p className="note">{say('total', { total })}</p>
      {groupHits(hits).map(({ kind, label, hits: ofKind }) => (
        <section key={kind}>
          <h2>{label}</h2>
          <ul className="plain">
            {ofKind.map(({ entity, matchedOn, matchedText }) => (
              <li key={entity.id}>
                <Link to={entityPath(entity.id)}>{entity.label}</Link>{' '}
                <span className="note">{[entity.summary, sayMatch(matchedOn, matchedText)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
