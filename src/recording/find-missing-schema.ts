import type { Database } from '../database/connect.ts';
import { migrations, newestMigration } from './migrations.ts';

const found = 'SHOW INDEXES YIELD name, state WHERE state = "ONLINE" RETURN collect(name) AS names';
const constrained = 'SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names';
const nameOf = (statement: string): string => /^CREATE (?:CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+)/.exec(statement)?.[1] ?? '';

const statements = migrations.flatMap((migration) => migration.statements);

/**
 * What the database's schema lacks of what this version builds on.
 * Shape: the names of constraints and indexes, and `schema N` for a migration that was not applied; empty when all is there.
 */
export async function findMissingSchema(database: Database): Promise<string[]> {
  const [row] = await database.read('MATCH (n:Migration) RETURN coalesce(max(n.number), 0) AS applied');
  const [indexes] = await database.read(found);
  const [constraints] = await database.read(constrained);
  const has = new Set([indexes, constraints].flatMap((each) => each?.names as string[]));
  const behind = Number(row?.applied ?? 0) < newestMigration ? [`schema ${newestMigration}`] : [];
  return [...behind, ...statements.map(nameOf).filter((name) => name !== '' && !has.has(name))];
}
