import { graphql, type ResultOf } from '../api/graphql.ts';

/** What a link to an entity shows. */
export const CardParts = graphql(`
fragment CardParts on EntityCard {
  id
  kind
  name
  nameEn
  label(lang: $lang)
  summary(lang: $lang)
}`);
export type Card = ResultOf<typeof CardParts>;

/** What a fact says, and how surely. */
export const FactHead = graphql(`
fragment FactHead on Fact {
  factId
  kind
  statement(lang: $lang)
  ends { part entity { id kind name label(lang: $lang) } }
  date { start end text inferred }
  certainty
  disputed
}`);

/** What the line of a fact shows: the fact and its lines. */
export const FactParts = graphql(
  `
fragment FactParts on Fact {
  ...FactHead
  evidence { id lines { from to } }
}`,
  [FactHead],
);
export type FactLine = ResultOf<typeof FactParts>;
export type FactKind = FactLine['kind'];
