import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { registerStatus } from '../../src/commands/status.ts';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { notePending } from '../../src/recording/pending-imports.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const source = 'source:spring-forum-report';

let database: Database;

beforeAll(async () => {
  database = await emptyGraph();
});
afterAll(() => database.close());

/** What `cli status` prints. */
async function status(...options: string[]): Promise<string> {
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  try {
    const program = new Command();
    registerStatus(program, (work) => work(database));
    await program.parseAsync(['status', ...options], { from: 'user' });
    return printed.mock.calls.flat().join('\n');
  } finally {
    printed.mockRestore();
  }
}

it('says that an import is unfinished, and of which sources, until it was run again', async () => {
  // As an import leaves it that is cut off before its last batch.
  await notePending(database, [source]);
  expect(await status()).toContain(`\nimport unfinished, run it again: ${source}\n`);
  expect(JSON.parse(await status('--json'))).toMatchObject({ entities: 0, pending: [source] });
  await importFiles(database, [testFile('spring-forum.yaml')]);
  expect(await status()).not.toContain('unfinished');
  expect(JSON.parse(await status('--json'))).toMatchObject({ pending: [], sources: [{ id: source }] });
});
