import { partnershipKinds } from '../../domain/partnership-kinds.ts';
import { literal } from './literal.ts';

const { ORGANISING, ...direct } = partnershipKinds;
const directTypes = Object.values(direct).flat().join('|');
const jointTypes = ORGANISING.join('|');

/** The ties of an organisation with others: facts that both hang on, and events or projects that both organise. None for a day, on which some ties are neither sure nor ruled out. */
export function partnersStatement({ id, on, kinds }: { id: string; on?: string | null; kinds?: unknown }): string | undefined {
  if (on || kinds) return undefined;
  return `MATCH (o:Organisation {id: ${literal(id)}})
CALL (o) {
  MATCH (o)<-[:${directTypes}]-(f:Fact)-[:${directTypes}]->(p:Organisation)
  WHERE p <> o
  RETURN p, f.factId AS factId, f.factKind AS kind
  UNION
  MATCH (o)<-[own:${jointTypes}]-(s:Event|Project)-[other:${jointTypes}]->(p:Organisation)
  WHERE p <> o
  UNWIND [own.factId, other.factId] AS factId
  RETURN p, factId, 'ORGANISING' AS kind
}
RETURN DISTINCT p.id AS partnerId, p.name AS partner, kind, factId
ORDER BY partner, kind, factId`;
}
