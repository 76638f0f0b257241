import { z } from 'zod';
import { entityKinds } from '../../domain/vocabulary.ts';
import type { Database, Row } from '../connect.ts';
import { nameValues, valuesOf } from './named-values.ts';

// One text for all types and properties: Neo4j keeps the plans of a thousand.
const cypher = (node: string) => `UNWIND $ids AS id
MATCH (n:${node}: id}) WHERE $label IN labels(n)
RETURN id, ${valuesOf('n', '$names')} AS values`;
const ofEntities = cypher('Entity {id');
const ofFacts = cypher('Fact {factId');

const entityLabels = new Set<string>(Object.values(entityKinds).map(({ label }) => label));
const row = z.object({ id: z.string(), values: z.array(z.unknown()) });

/** Some properties of the living nodes of a type, by their ids. */
export async function loadProperties(
  database: Database,
  label: string,
  ids: readonly string[],
  names: readonly string[],
): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map();
  const rows = await database.read(entityLabels.has(label) ? ofEntities : ofFacts, { ids, label, names });
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ id, values }) => [id, nameValues(names, values)]),
  );
}
