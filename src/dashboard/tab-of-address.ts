import type { Example } from './graphiql-examples.ts';

/** The tab that a page's "show the query" asks for, by the part of the address behind the `#`. */
export function tabOfAddress(hash: string): Example | undefined {
  const given = new URLSearchParams(hash.slice(1));
  const query = given.get('query');
  return query ? { query, variables: given.get('variables') ?? undefined } : undefined;
}
