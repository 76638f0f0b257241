import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { OperatorError, TimeoutError, UnavailableError } from '../../src/domain/errors.ts';
import { clearGraph, testDatabase, testServer } from '../support/embedded-server.ts';

const database = testDatabase();
const elsewhere = { ...testServer(), database: 'neo4j', transactionTimeoutMs: 1000 };

beforeEach(() => clearGraph(database));
afterAll(() => database.close());

describe('the way to the database', () => {
  it('sends whole numbers as integers, in lists and maps too, and reads them as numbers', async () => {
    const rows = await database.read('UNWIND $list AS n RETURN n, $map.year AS year LIMIT $limit', {
      list: [1, 2.5, 3],
      map: { year: 2019 },
      limit: 2,
    });
    expect(rows).toEqual([
      { n: 1, year: 2019 },
      { n: 2.5, year: 2019 },
    ]);
    expect(await database.read('RETURN toString($n) AS n', { n: 2019 })).toEqual([{ n: '2019' }]);
  });

  it('does not let a read write', async () => {
    await expect(database.read('CREATE (:Person)')).rejects.toThrow(/read access mode/);
  });

  it('keeps nothing of a unit of work that failed', async () => {
    const work = database.write(async (tx) => {
      await tx.run('CREATE (:Person)');
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    expect(await database.read('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 0 }]);
  });

  it('does a unit of work again that waited for another in a circle', async () => {
    await database.write((tx) => tx.run("CREATE (:Probe {id: 'a', times: 0}), (:Probe {id: 'b', times: 0})"));
    let attempts = 0;
    let meet = () => {};
    const bothHold = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const touch = 'MATCH (n:Probe {id: $id}) SET n.times = n.times + 1';
    const inOrder = (...ids: readonly string[]) =>
      database.write(async (tx) => {
        attempts += 1;
        const [first, second] = ids;
        await tx.run(touch, { id: first });
        if (attempts === 2) meet();
        await bothHold;
        await tx.run(touch, { id: second });
      });
    await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
    expect(attempts).toBe(3);
    expect(await database.read('MATCH (n:Probe) RETURN n.times AS times')).toEqual([{ times: 2 }, { times: 2 }]);
  });

  it('waits for what it wrote, on whichever member of a cluster it reads', async () => {
    const cluster = connect({ ...elsewhere, uri: elsewhere.uri.replace(/^bolt/, 'neo4j') });
    const waitedFor: unknown[] = [];
    const open = cluster.driver.session.bind(cluster.driver);
    cluster.driver.session = (options) => {
      waitedFor.push(options?.bookmarks);
      return open(options);
    };
    await cluster.write((tx) => tx.run('CREATE (:Person)'));
    await cluster.write((tx) => tx.run('CREATE (:Person)'));
    expect(await cluster.read('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 2 }]);
    const one = [expect.stringMatching(/./)];
    expect(waitedFor).toEqual([[], one, one]);
    expect(waitedFor[1]).not.toEqual(waitedFor[2]);
    await cluster.close();
  });

  it('says that a question took too long', async () => {
    const slow = database.read('UNWIND range(1, 100000000) AS i WITH i, rand() AS r RETURN sum(r)', {}, { timeoutMs: 100 });
    await expect(slow).rejects.toBeInstanceOf(TimeoutError);
  });

  it('says that the database cannot be reached', async () => {
    const nowhere = connect({ ...elsewhere, uri: 'bolt://127.0.0.1:1' });
    await expect(nowhere.read('RETURN 1')).rejects.toBeInstanceOf(UnavailableError);
    await expect(nowhere.write((tx) => tx.run('RETURN 1'))).rejects.toBeInstanceOf(UnavailableError);
    await nowhere.close();
  });

  it('names the settings when the password or the database is wrong', async () => {
    const stranger = connect({ ...elsewhere, password: 'not the password' });
    await expect(stranger.read('RETURN 1')).rejects.toThrow(OperatorError);
    await expect(stranger.read('RETURN 1')).rejects.toThrow(/NEO4J_PASSWORD/);
    const lost = connect({ ...elsewhere, database: 'nothere' });
    await expect(lost.read('RETURN 1')).rejects.toThrow(/NEO4J_DATABASE/);
    await Promise.all([stranger.close(), lost.close()]);
  });
});

describe('clearing the graph for a test', () => {
  it('removes every node and keeps the constraints', async () => {
    await database.schema('CREATE CONSTRAINT kept IF NOT EXISTS FOR (n:Kept) REQUIRE n.id IS UNIQUE');
    await database.write((tx) => tx.run('UNWIND range(1, 2500) AS i CREATE (:Kept {id: i})-[:TO]->(:Other)'));
    await clearGraph(database);
    expect(await database.read('MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 0 }]);
    expect(await database.read('SHOW CONSTRAINTS YIELD name WHERE name = "kept" RETURN name')).toHaveLength(1);
    await database.schema('DROP CONSTRAINT kept');
  });
});
