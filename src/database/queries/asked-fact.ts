import type { FactType } from '../../domain/facts.ts';
import type { Certainty } from '../../domain/vocabulary.ts';
import type { Row } from '../connect.ts';
import type { EvidenceRow } from './asked-evidence.ts';
import { type AskedCard, askedCard, askedNames } from './card-row.ts';
import { nameValues, valuesOf } from './named-values.ts';

/** What a question takes of facts: properties of theirs, and of the entities at some of their ends. */
export interface FactPart {
  readonly properties: readonly string[];
  readonly ends: readonly string[];
  readonly card: readonly string[];
}

/** A fact with what was asked of it, or a whole one. */
export interface AskedFact {
  readonly factId?: string | undefined;
  readonly factType?: FactType | undefined;
  readonly certainty?: Certainty | undefined;
  readonly disputed: boolean;
  readonly properties: Readonly<Row>;
  readonly ends: readonly { readonly part: string; readonly entity: AskedCard }[];
  /** Where it was read with the fact. */
  readonly evidence?: readonly EvidenceRow[] | undefined;
}

/** What of a living fact `f` a parameter with a `FactPart` asks, for a RETURN: read by `askedFact`. */
export const factPart = (asked: string): string => `${valuesOf('f', `${asked}.properties`)} AS properties,
  COLLECT { MATCH (f)-[end:END]->(e) WHERE end.part IN ${asked}.ends RETURN [end.part, ${valuesOf('e', `${asked}.card`)}] } AS ends`;

/** The parameter that `factPart` reads. */
export const factPartParameter = ({ card, ...part }: FactPart): FactPart => ({ ...part, card: askedNames(card) });

/** Reads what `factPart` returns. */
export function askedFact({ properties, ends }: Row, asked: FactPart): AskedFact {
  const own = nameValues(asked.properties, properties as unknown[]) as Pick<AskedFact, 'factId' | 'factType' | 'certainty'>;
  return {
    factId: own.factId,
    factType: own.factType,
    certainty: own.certainty,
    disputed: 'disputed' in own && own.disputed === true,
    properties: own,
    ends: (ends as [string, unknown[]][]).map(([part, card]) => ({ part, entity: askedCard(asked.card, card) as AskedCard })),
  };
}
