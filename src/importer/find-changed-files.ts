import type { Database } from '../database/connect.ts';
import { hashSourceFile } from './open-source-file.ts';

/** Those of the source files whose content is not what the graph was last imported from. Shape: in the order given. */
export async function findChangedFiles(database: Database, names: readonly string[]): Promise<string[]> {
  const hashes = await Promise.all(names.map(hashSourceFile));
  const rows = await database.read('MATCH (s:Source) WHERE s.fileHash IN $hashes RETURN s.fileHash AS hash', { hashes });
  const known = new Set(rows.map((row) => row.hash));
  return names.filter((_name, index) => !known.has(hashes[index]));
}
