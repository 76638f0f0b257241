import { prefixOfLabel } from '../../domain/ids.ts';
import type { EntityLabel } from '../../domain/vocabulary.ts';
import type { Parameters } from '../connect.ts';
import { type EvidencePart, evidenceOf } from './asked-evidence.ts';
import { type FactPart, factPart, factPartParameter } from './asked-fact.ts';
import { type FactsAt, factsAtParameter, type ListCut, matchFactsAt, pageOfFactsAt } from './match-facts-at.ts';
import { valuesOf } from './named-values.ts';
import type { Statement } from './statement.ts';
import { wholeFact } from './whole-fact.ts';

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
export function planFactsAt(trees: readonly ListTree[], withEntities: boolean): FactsAtPlan {
  const [clauses, lists]: [string[], FactList[]] = [[], []];
  const params: Record<string, Parameters> = {};
  const add = ({ list, below }: ListTree, source: (parameter: string) => string, more: Parameters): string => {
    const place = lists.push(list) - 1;
    const [name, found] = [`list${place}`, `facts${place}`];
    const page = pageOfFactsAt(`$${name}`, list);
    clauses.push(readList(`$${name}`, source(`$${name}`), page.cypher, list, found));
    params[name] = {
      ...more,
      ...page.params,
      keyed: list.keyed ?? true,
      ...(list.asked && { asked: factPartParameter(list.asked) }),
      ...(list.evidence && { evidence: list.evidence }),
    };
    for (const { end, label, lists: next } of below)
      for (const tree of next) add(tree, endsOf(found), { end, prefix: prefixOfLabel(label), shown: list.shown ?? list.limit });
    return name;
  };
  const tops = trees.map((tree) => add(tree, (list) => `CALL () {\n  UNWIND ${list}.entityIds AS entityId`, {}));
  const found = `[${lists.map((_, place) => `facts${place}`).join(', ')}] AS lists`;
  const [first, last] = withEntities ? [[readEntities], `entities, ${found}`] : [[], found];
  return {
    cypher: [...first, ...clauses, `RETURN ${last}`].join('\n'),
    lists,
    paramsFor: (entityIds, entities) => ({
      ...params,
      ...Object.fromEntries(tops.map((name, place) => [name, { entityIds: entityIds[place], ...params[name] }])),
      ...(withEntities && { entities: entities.map((entity, place) => ({ ...entity, place })) }),
    }),
  };
}

const readEntities = `CALL () {
  UNWIND $entities AS wanted
  MATCH (e:Entity {id: wanted.id}) WHERE wanted.label IN labels(e)
  RETURN collect([wanted.place, ${valuesOf('e', 'wanted.names')}]) AS entities
}`;

const readList = (list: string, source: string, page: string, { asked, evidence }: FactList, name: string): string => `${source}
  WITH DISTINCT entityId
  WITH entityId, COLLECT {
    CALL (entityId) {
    ${page}
    }
    WITH key, ${asked ? factPart(`${list}.asked`) : wholeFact}${evidence ? `, ${evidenceOf('f.factId', `${list}.evidence`)} AS evidence` : ''}
    RETURN [CASE WHEN ${list}.keyed THEN key END, properties, ends${evidence ? ', evidence' : ''}]
  } AS facts
  RETURN collect([entityId, facts]) AS ${name}
}`;

/** The entities of a kind at an end of the facts that were found. */
const endsOf = (found: string) => (list: string) =>
  `CALL (${found}) {
  UNWIND ${found} AS at
  UNWIND at[1][..${list}.shown] AS fact
  UNWIND fact[2] AS end
  WITH last(end)[0] AS entityId WHERE end[0] = ${list}.end AND entityId STARTS WITH ${list}.prefix`;

/** The statement for the counts. */
export const buildFactsAtCount = (entityIds: readonly string[], wanted: FactsAt): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
    ${matchFactsAt('$list', wanted)}
    RETURN count(f) AS total
}
RETURN entityId, total`,
  params: { entityIds, list: factsAtParameter(wanted) },
});
