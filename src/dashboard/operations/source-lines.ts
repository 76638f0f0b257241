import { graphql, type ResultOf } from '../api/graphql.ts';

/** A document's lines, each with the facts it supports or why nothing was taken from it. */
export const SourceLines = graphql(`
query SourceLines($id: ID!, $after: String, $lang: Language!) {
  source(id: $id) {
    id
    fileName
    sha256
    lineCount
    outlet
    authors
    date { start end text }
    lines(first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { number passage leftOut facts { factId kind statement(lang: $lang) certainty disputed } } }
    }
  }
}`);
export type SourceInShort = NonNullable<ResultOf<typeof SourceLines>['source']>;
export type Line = SourceInShort['lines']['edges'][number]['node'];
