import type { Database } from '../database/connect.ts';
import { OperatorError } from '../domain/errors.ts';
import { findMissingSchema } from './find-missing-schema.ts';
import { migrations, newestMigration } from './migrations.ts';

/**
 * Brings the database's schema up to this version: each migration once, recorded in the graph; what was dropped since is put back.
 * Errors: OperatorError when the database was written by a newer version.
 */
export async function migrate(database: Database): Promise<number> {
  const [row] = await database.read('MATCH (n:Migration) RETURN coalesce(max(n.number), 0) AS applied');
  const applied = Number(row?.applied ?? 0);
  if (applied > newestMigration)
    throw new OperatorError(
      `The database was written by a newer version of this program (schema ${applied}, this one knows ${newestMigration}). Install that version, or point NEO4J_URI at another database.`,
    );
  const from = applied === newestMigration && (await findMissingSchema(database)).length > 0 ? 0 : applied;
  if (from === newestMigration) return 0;
  await database.schema('CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE');
  const due = migrations.filter(({ number }) => number > from);
  for (const { number, name, statements } of due) {
    for (const statement of statements) await database.schema(statement);
    await database.write((tx) =>
      tx.run('MERGE (n:Migration {number: $number}) SET n.name = $name, n.appliedAt = datetime()', { number, name }),
    );
  }
  await database.schema('CALL db.awaitIndexes(300)');
  return due.length;
}
