import { prefixOfLabel } from '../../domain/ids.ts';
import type { EntityLabel } from '../../domain/vocabulary.ts';
import type { Parameters } from '../connect.ts';
import type { EvidencePart } from './asked-evidence.ts';
import { type FactPart, factPartParameter } from './asked-fact.ts';
import { type FactsAt, factsAtParameter, type ListCut, matchFactsAt, pageParameter, shapeOf } from './match-facts-at.ts';
import type { Statement } from './statement.ts';
import { writeFactsAt } from './write-facts-at.ts';

/** A list of facts: which, how much of it, and what of each fact, the whole of it unless told. */
export interface FactList extends ListCut {
  readonly asked?: FactPart | undefined;
  /** What of each fact's evidence, none of it unless told. */
  readonly evidence?: EvidencePart | undefined;
  /** How many are shown, where one more is read to know whether the list goes on. */
  readonly shown?: number;
  /** Whether the places of facts in the list are asked for too. */
  readonly keyed?: boolean;
}

/** Lists that are wanted of the entities of a type at an end of facts. */
export interface ListsBelow {
  readonly end: string;
  readonly label: EntityLabel;
  readonly lists: readonly ListTree[];
}

/** A list, and the lists below it. */
export interface ListTree {
  readonly list: FactList;
  readonly below: readonly ListsBelow[];
}

/** Such a list at several entities. */
export interface ListsAt extends ListTree {
  readonly entityIds: readonly string[];
}

/** An entity of a type that is wanted itself, with these properties. */
export interface WantedEntity {
  readonly id: string;
  readonly label: EntityLabel;
  readonly names: readonly string[];
}

/**
 * How lists are read: by a statement whose only row has, for each list in turn, the entities it was read at, each with its facts; and,
 * where entities are wanted themselves, the places of those that live and their values.
 */
export interface FactsAtPlan {
  readonly cypher: string;
  readonly lists: readonly FactList[];
  /** What stands under its parameters. `entityIds`: for each of the lists that are below none, in their order. */
  paramsFor(entityIds: readonly (readonly string[])[], entities: readonly WantedEntity[]): Parameters;
}

/** Plans how lists at entities, and those below, are read: each of all its entities at once. */
export function planFactsAt(trees: readonly ListTree[], withEntities: boolean, textOf = writeFactsAt): FactsAtPlan {
  const placed = inOrder(trees);
  const shapes = placed.map(({ list, above }) => ({
    ...shapeOf(list.wanted),
    asked: !!list.asked,
    evidence: !!list.evidence,
    above: above?.place ?? null,
  }));
  return {
    cypher: textOf({ lists: shapes, withEntities }),
    lists: placed.map(({ list }) => list),
    paramsFor: (entityIds, entities) => {
      const ids = entityIds.values();
      const params = placed.map(({ list, above }) => ({ ...(above?.ends ?? { entityIds: ids.next().value }), ...listParameter(list) }));
      return {
        ...Object.fromEntries(params.map((parameter, place) => [`list${place}`, parameter])),
        ...(withEntities && { entities: entities.map((entity, place) => ({ ...entity, place })) }),
      };
    },
  };
}

/** A list, and the place of the one above it with which of its ends this one is read at. */
interface PlacedList {
  readonly list: FactList;
  readonly above?: { readonly place: number; readonly ends: Parameters };
}

/** Lists in the order in which they are read: each after the one above it. */
function inOrder(trees: readonly ListTree[]): PlacedList[] {
  const placed: PlacedList[] = [];
  const add = ({ list, below }: ListTree, above?: PlacedList['above']): void => {
    const place = placed.push({ list, ...(above && { above }) }) - 1;
    for (const { end, label, lists } of below)
      for (const tree of lists) add(tree, { place, ends: { end, prefix: prefixOfLabel(label), shown: list.shown ?? list.limit } });
  };
  for (const tree of trees) add(tree);
  return placed;
}

const listParameter = (list: FactList): Parameters => ({
  ...pageParameter(list),
  keyed: list.keyed ?? true,
  ...(list.asked && { asked: factPartParameter(list.asked) }),
  ...(list.evidence && { evidence: list.evidence }),
});

/** The statement for the counts. */
export const buildFactsAtCount = (entityIds: readonly string[], wanted: FactsAt): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
    ${matchFactsAt('$list', shapeOf(wanted))}
    RETURN count(f) AS total
}
RETURN entityId, total`,
  params: { entityIds, list: factsAtParameter(wanted) },
});
