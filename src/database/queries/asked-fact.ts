import type { FactType } from '../../domain/facts.ts';
import type { Certainty } from '../../domain/vocabulary.ts';
import type { Row } from '../connect.ts';
import { type AskedCard, askedCard } from './card-row.ts';
import { nameValues, valuesOf } from './named-values.ts';

/** What a question takes of facts besides their ids and their standing: properties of theirs, and of the entities at some of their ends. */
export interface FactPart {
  readonly properties: readonly string[];
  readonly ends: readonly string[];
  readonly card: readonly string[];
}

/** A fact with what was asked of it, or a whole one. */
export interface AskedFact {
  readonly factId: string;
  readonly factType: FactType;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly properties: Readonly<Row>;
  readonly ends: readonly { readonly part: string; readonly entity: AskedCard }[];
}

const standing = ['factId', 'factType', 'certainty', 'disputed'] as const;

/** What of a living fact `f` a parameter with a `FactPart` asks, for a RETURN: read by `askedFact`. */
export const factPart = (asked: string): string => `${valuesOf('f', `${asked}.properties`)} AS properties,
  COLLECT { MATCH (f)-[end:END]->(e) WHERE end.part IN ${asked}.ends RETURN [end.part, ${valuesOf('e', `${asked}.card`)}] } AS ends`;

/** The parameter that `factPart` reads. */
export const factPartParameter = ({ properties, ends, card }: FactPart): FactPart => ({
  properties: [...standing, ...properties],
  ends,
  card: ['id', ...card],
});

/** Reads what `factPart` returns. */
export function askedFact({ properties, ends }: Row, asked: FactPart): AskedFact {
  const [factId, factType, certainty, disputed, ...values] = properties as unknown[];
  return {
    factId: factId as string,
    factType: factType as FactType,
    certainty: certainty as Certainty,
    disputed: disputed === true,
    properties: nameValues(asked.properties, values),
    ends: (ends as [string, unknown[]][]).flatMap(([part, card]) => {
      const entity = askedCard(asked.card, card);
      return entity ? [{ part, entity }] : [];
    }),
  };
}
