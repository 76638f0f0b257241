import { graphql, type ResultOf } from '../api/graphql.ts';

/** What is recorded, what happened last, and from which documents it is read. */
export const Home = graphql(`
query Home($lang: Language!) {
  overview { figures { key label(lang: $lang) value open rows { field variables } } }
  events(orderBy: DATE, first: 8) {
    edges { node { id label(lang: $lang) kind date { start end text } } }
  }
  sources(orderBy: DATE, first: 10) {
    edges { node { id label(lang: $lang) outlet lineCount date { start end text } } }
  }
}`);
export type HomeAnswer = ResultOf<typeof Home>;
