import { useParams, useSearchParams } from 'react-router';
import { usePages } from '../../api/use-pages.ts';
import { EntityLink } from '../../components/entity-link.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { formatDate } from '../../language/format.ts';
import * as lists from '../../operations/lists.ts';
import { NoPage } from '../no-page.tsx';
import { readGiven } from './read-given.ts';
import { say } from './words.ts';

const { facts, ...entities } = lists;
type Field = keyof typeof entities;

/** All rows that a figure counts, or all of a kind. */
export default function ListPage() {
  const { field = '' } = useParams();
  const [search] = useSearchParams();
  const given = readGiven(search.get('given'));
  if (field === 'facts') return <Facts given={given} />;
  return Object.hasOwn(entities, field) ? <Entities key={field} field={field as Field} given={given} /> : <NoPage />;
}

function Entities({ field, given }: { field: Field; given: object }) {
  const operation = entities[field];
  const query = usePages(operation, given, ({ rows }) => rows);
  return (
    <Page title={say(field)} asks={{ operation, variables: given }}>
      <Paged query={query} listOf={({ rows }) => rows}>
        {(found, total) => (
          <>
            <p className="note">{say('total', { total })}</p>
            {total === 0 && <Nothing />}
            <ul className="plain">
              {found.map((row) => (
                <li key={row.id} className="dated">
                  {'date' in row && <span className="when">{formatDate(row.date)}</span>}
                  <EntityLink entity={row} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </Page>
  );
}

function Facts({ given }: { given: object }) {
  const query = usePages(facts, given, ({ rows }) => rows);
  return (
    <Page title={say('facts')} asks={{ operation: facts, variables: given }}>
      <Paged query={query} listOf={({ rows }) => rows}>
        {(found, total) => (
          <>
            <p className="note">{say('total', { total })}</p>
            {total === 0 ? <Nothing /> : <FactList facts={found} />}
          </>
        )}
      </Paged>
    </Page>
  );
}
