import { graphql, type ResultOf } from '../api/graphql.ts';

/** When and where an event was, what it belongs to and what belongs to it. */
export const EventHead = graphql(`
query EventHead($id: ID!, $lang: Language!) {
  event(id: $id) {
    kind
    themes
    date { start end text inferred }
    places { factId location { id label(lang: $lang) } evidence { id lines { from to } } }
    organisers { factId kind role organiser { id label(lang: $lang) } evidence { id lines { from to } } }
    partOf { id label(lang: $lang) }
    parts { id label(lang: $lang) }
    series { id label(lang: $lang) }
  }
}`);
export type EventInShort = NonNullable<ResultOf<typeof EventHead>['event']>;
