import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { splitTerms } from '../../domain/search/lucene.ts';
import { toPage } from '../../domain/to-page.ts';
import type { EntityKind } from '../../domain/vocabulary.ts';
import { checkPhrase, pageSize } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { findHits, type Hit } from './find-hits.ts';

interface SearchArguments {
  readonly query: string;
  readonly kinds?: readonly EntityKind[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.search`: entities by any of their names, the best first, names that only resemble the phrase last. */
export async function search(_root: unknown, { query, kinds, ...page }: SearchArguments, context: GraphContext) {
  checkPhrase('query', query, context.limits);
  const first = pageSize(page.first, 10);
  const [score, nameKey] = decodeCursor(page.after, 2) ?? [];
  const hits = splitTerms(query).length === 0 ? [] : ((await findHits(context, [query], kinds, true))[0] ?? []);
  const beyond = hits.filter(
    (hit) => score === undefined || hit.score < Number(score) || (hit.score === score && hit.nameKey > String(nameKey)),
  );
  return toPage<Hit, Hit>({
    rows: beyond.slice(0, first + 1),
    first,
    after: page.after,
    cursorOf: (hit) => encodeCursor(hit.score, hit.nameKey),
    nodeOf: (hit) => hit,
    totalCount: () => hits.length,
  });
}
