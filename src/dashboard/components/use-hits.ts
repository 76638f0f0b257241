import { type EntityKind, entityKinds } from '../../domain/vocabulary.ts';
import { useAnswer } from '../api/use-answer.ts';
import { pick } from '../language/language.ts';
import { type Hit, SearchAll } from '../operations/search.ts';
import { useSettled } from '../shell/use-settled.ts';

interface Group {
  readonly kind: EntityKind;
  readonly label: string;
  readonly hits: Hit[];
}

/** Hits by kind; the kinds in the order of their best hit. */
export function groupHits(hits: readonly Hit[]): Group[] {
  const kinds = [...new Set(hits.map(({ entity }) => entity.kind))];
  return kinds.map((kind) => ({ kind, label: pick(entityKinds[kind]), hits: hits.filter(({ entity }) => entity.kind === kind) }));
}

/** What a text finds while it is typed. */
export function useHits(typed: string, kinds?: EntityKind[]): { groups: Group[]; asked: boolean } {
  const text = useSettled(typed.trim());
  const { data, isFetched } = useAnswer(SearchAll, { text, kinds, first: 12 }, { enabled: text !== '', keep: true });
  const hits = text === '' ? [] : (data?.data.search?.edges.map(({ node }) => node) ?? []);
  return { groups: groupHits(hits), asked: text !== '' && isFetched };
}
