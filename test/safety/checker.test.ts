import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { checkFault, checkHealed, type Heard } from '../support/check-fault.ts';
import { testServer } from '../support/embedded-server.ts';
import { runImport } from '../support/run-import.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

describe('the checker of faults', () => {
  let database: Database;
  let heard: Heard;
  let id: string;

  beforeAll(async () => {
    database = await emptyGraph();
    const { code, said, ...ended } = await runImport(testServer(), [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')]).ended;
    expect([code, said]).toEqual([0, expect.stringContaining(', the last')]);
    heard = ended.heard;
    [id = ''] = heard.acknowledged;
    expect(heard).toEqual({ acknowledged: [expect.any(String), expect.any(String)], unknown: [] });
  });
  afterAll(() => database.close());

  it('finds an acknowledged write that is gone', async () => {
    expect(await checkFault(database, heard)).toEqual([]);
    await database.write((tx) => tx.run('MATCH (o:Operation {id: $id}) DELETE o', { id }));
    expect(await checkFault(database, heard)).toEqual([`${id} was acknowledged and is not stored`]);
    await database.write((tx) => tx.run('CREATE (:Operation {id: $id})', { id }));
  });

  it('finds a write that was never sent or told as failed, and lets one pass that was not heard of', async () => {
    const acknowledged = heard.acknowledged.slice(1);
    expect(await checkFault(database, { acknowledged, unknown: [] })).toEqual([
      `${id} is stored, but was never sent, or was told as failed`,
    ]);
    expect(await checkFault(database, { acknowledged, unknown: [id, 'one that came to nothing'] })).toEqual([]);
  });

  it('finds a write that stands twice', async () => {
    const digest = await computeDigest(database);
    await database.schema('DROP CONSTRAINT operation_id');
    await database.write((tx) => tx.run('CREATE (:Operation {id: $id})', { id }));
    expect(await checkFault(database, heard)).toEqual(['3 writes with 2 ids']);
    expect(await checkHealed(database, digest)).toEqual(['doubledIds: 1']);
    await database.write((tx) => tx.run('MATCH (o:Operation) DELETE o'));
    await migrate(database);
    expect(await checkHealed(database, digest)).toEqual([]);
  });
});
