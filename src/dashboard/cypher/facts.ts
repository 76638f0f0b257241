import type { FactKind } from '../../domain/facts.ts';
import { inRange, type Range, where } from './in-range.ts';
import { literal } from './literal.ts';

interface OfEntities extends Range {
  readonly ids: readonly string[];
  readonly kinds?: readonly FactKind[] | null;
}

/** The facts about some entities by date, undated ones last; one without a date of its own has that of its event. */
export function timelineStatement({ ids, kinds, ...range }: OfEntities): string {
  const end = `CASE WHEN f.dateStart IS NOT NULL THEN coalesce(f.dateEnd, f.dateStart)
    ELSE coalesce(COLLECT { MATCH (f)-[:END]->(v:Event) WHERE v.dateKey = start RETURN v.dateEnd LIMIT 1 }[0], start) END`;
  return `MATCH (f:Fact)-[r:END]->(e:Entity)${where(`e.id IN ${literal(ids)}`, kinds && `f.factKind IN ${literal(kinds)}`)}
WITH DISTINCT f, CASE r.dateKey WHEN '~' THEN null ELSE r.dateKey END AS start
WITH f, start, ${end} AS end${where(...inRange('start', 'end', range))}
RETURN f.factId AS factId, f.factKind AS kind, start, end
ORDER BY coalesce(start, '~'), factId`;
}

interface FactsGiven {
  readonly filter?: { readonly entityIds?: readonly string[]; readonly kinds?: readonly FactKind[] } | null;
}

/** All facts in the order of their documents' lines, or those about some entities or of some kinds. None where a filter asks for more. */
export function factsStatement({ filter }: FactsGiven): string | undefined {
  const { entityIds, kinds, ...more } = filter ?? {};
  if (Object.keys(more).length > 0) return undefined;
  return `MATCH (f:Fact)${where(
    entityIds && `EXISTS { MATCH (f)-[:END]->(e:Entity) WHERE e.id IN ${literal(entityIds)} }`,
    kinds && `f.factKind IN ${literal(kinds)}`,
  )}
RETURN f.factId AS factId, f.factKind AS kind
ORDER BY f.docKey`;
}
