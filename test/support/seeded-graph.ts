import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { clearGraph, testDatabase } from './embedded-server.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}/`, import.meta.url));

/** The source files in a folder of the project. */
export const yamlIn = (name: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => `${folder(name)}${file}`);

/** The source files of the seed. */
export const seedFiles = (): string[] => yamlIn('seed');

/** The path of a made-up source file for tests. */
export const testFile = (name: string): string => `${folder('test/data')}${name}`;

/** An empty graph with its schema. */
export async function emptyGraph(): Promise<Database> {
  const database = testDatabase();
  await clearGraph(database);
  await migrate(database);
  return database;
}

/** The graph of the two documents, made by the importer; the caller closes it. */
export async function seededGraph(files: readonly string[] = seedFiles()): Promise<Database> {
  const database = await emptyGraph();
  await importFiles(database, files);
  return database;
}
