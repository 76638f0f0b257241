import { evidenceOf } from './asked-evidence.ts';
import { factPart } from './asked-fact.ts';
import { type FactsShape, pageOfFactsAt } from './match-facts-at.ts';
import { valuesOf } from './named-values.ts';
import { wholeFact } from './whole-fact.ts';

/** What the text of a statement that reads lists depends on. `above`: the place of the list that one is below. */
export interface FactsAtShape {
  readonly lists: readonly (FactsShape & { readonly asked: boolean; readonly evidence: boolean; readonly above: number | null })[];
  readonly withEntities: boolean;
}

/** Writes the statement whose only row has the lists, as the plan says. */
export function writeFactsAt({ lists, withEntities }: FactsAtShape): string {
  const clauses = lists.map((shape, place) => readList(`$list${place}`, shape, `facts${place}`));
  const found = `[${lists.map((_, place) => `facts${place}`).join(', ')}] AS lists`;
  return withEntities ? [readEntities, ...clauses, `RETURN entities, ${found}`].join('\n') : [...clauses, `RETURN ${found}`].join('\n');
}

const readEntities = `CALL () {
  UNWIND $entities AS wanted
  MATCH (e:Entity {id: wanted.id}) WHERE wanted.label IN labels(e)
  RETURN collect([wanted.place, ${valuesOf('e', 'wanted.names')}]) AS entities
}`;

const readList = (list: string, { above, asked, evidence, ...shape }: FactsAtShape['lists'][number], name: string): string => `${
  above === null ? `CALL () {\n  UNWIND ${list}.entityIds AS entityId` : endsOf(`facts${above}`, list)
}
  WITH DISTINCT entityId
  WITH entityId, COLLECT {
    CALL (entityId) {
    ${pageOfFactsAt(list, shape)}
    }
    WITH key, ${asked ? factPart(`${list}.asked`) : wholeFact}${evidence ? `, ${evidenceOf('f.factId', `${list}.evidence`)} AS evidence` : ''}
    RETURN [CASE WHEN ${list}.keyed THEN key END, properties, ends${evidence ? ', evidence' : ''}]
  } AS facts
  RETURN collect([entityId, facts]) AS ${name}
}`;

/** The entities of a kind at an end of the facts that were found. */
const endsOf = (found: string, list: string): string => `CALL (${found}) {
  UNWIND ${found} AS at
  UNWIND at[1][..${list}.shown] AS fact
  UNWIND fact[2] AS end
  WITH last(end)[0] AS entityId WHERE end[0] = ${list}.end AND entityId STARTS WITH ${list}.prefix`;
