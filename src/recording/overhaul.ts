import type { Database } from '../database/connect.ts';
import { OperatorError } from '../domain/errors.ts';
import { deleteAll } from './delete-all.ts';

/** What changes the whole graph: until its end, nobody may take what is there for whole. */
export type Overhaul = 'reset' | 'restore';

/** Shape: the last that is under way, or was cut off. */
export async function readOverhaul(database: Database): Promise<Overhaul | undefined> {
  const [row] = await database.read('MATCH (o:Overhaul) RETURN o.id AS id ORDER BY o.startedAt DESC LIMIT 1');
  return row?.id as Overhaul | undefined;
}

/** Marks the graph, before anything is changed. */
export const beginOverhaul = (database: Database, id: Overhaul): Promise<unknown> =>
  database.write((tx) => tx.run('MERGE (o:Overhaul {id: $id}) SET o.batch = 0, o.startedAt = datetime()', { id }));

/** Takes the marks away: also that of one cut off before, for this one has begun anew. */
export const endOverhaul = (database: Database): Promise<unknown> => database.write((tx) => tx.run('MATCH (o:Overhaul) DELETE o'));

/** Deletes all but the schema, the marks, and the lock of who does it. Shape: the number of nodes deleted. */
export const clearForOverhaul = (database: Database): Promise<number> => deleteAll(database, ['Overhaul', 'ImportLock']);

/** Errors: OperatorError for a graph that is not whole, which says what to do. */
export async function refuseHalf(database: Database): Promise<void> {
  const cutOff = await readOverhaul(database);
  if (cutOff) throw new OperatorError(`A ${cutOff} of this graph was cut off. Run \`restore\` again, or \`reset --yes\`.`);
}
