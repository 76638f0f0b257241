import { graphql, type ResultOf } from '../api/graphql.ts';

/** What a work is, who made it, and what became of it when. */
export const WorkHead = graphql(`
query WorkHead($id: ID!, $lang: Language!) {
  work(id: $id) {
    kind
    status
    partOf { id label(lang: $lang) }
    parts { id label(lang: $lang) }
    credits {
      factId
      kind
      role
      capacity
      certainty
      disputed
      credited { id label(lang: $lang) }
      evidence { id lines { from to } }
    }
    milestones {
      factId
      kind
      certainty
      disputed
      date { start end text inferred }
      event { id label(lang: $lang) date { start end text inferred } }
      evidence { id lines { from to } }
    }
  }
}`);
export type WorkInShort = NonNullable<ResultOf<typeof WorkHead>['work']>;
