import type { Driver, ProfiledPlan, QueryResult } from 'neo4j-driver';
import type { Database, Parameters } from '../../src/database/connect.ts';
import { encodeParameters } from '../../src/database/encode-parameters.ts';

/** What was asked of the database: how many statements, of which texts, and how many reads of its store they took. */
export interface Cost {
  statements: number;
  databaseHits: number;
  readonly texts: Set<string>;
}

type Run = (cypher: string, params?: Parameters) => Promise<QueryResult>;

/** A database that runs every statement under PROFILE, ours and the library's, and adds up what each costs. */
export function profiledReads(database: Database): { database: Database; cost: Cost } {
  const cost: Cost = { statements: 0, databaseHits: 0, texts: new Set() };
  const profiled =
    (run: Run): Run =>
    async (cypher, params) => {
      const result = await run(`PROFILE ${cypher}`, params);
      cost.statements += 1;
      cost.texts.add(cypher);
      cost.databaseHits += result.summary.profile ? hitsOf(result.summary.profile) : 0;
      return result;
    };
  const driver = withRun(database.driver, profiled);
  const read: Database['read'] = async (cypher, params = {}) => {
    const session = database.driver.session({ database: database.name, defaultAccessMode: 'READ' });
    try {
      const { records } = await profiled((text, values) => session.run(text, values))(cypher, encodeParameters(params));
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  return { database: { ...database, driver, read }, cost };
}

const hitsOf = (plan: ProfiledPlan): number => (plan.dbHits ?? 0) + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);

/** The library opens sessions of its own and runs each statement in a transaction that it may repeat. */
function withRun(driver: Driver, wrap: (run: Run) => Run): Driver {
  const inTransaction = (tx: { run: Run }) => overlay(tx, { run: wrap((cypher, params) => tx.run(cypher, params)) });
  const session: Driver['session'] = (config) => {
    const opened = driver.session(config);
    return overlay(opened, {
      executeRead: ((work, options) =>
        opened.executeRead((tx) => work(inTransaction(tx as never) as never), options)) as typeof opened.executeRead,
    });
  };
  return overlay(driver, { session });
}

/** An object with some of its members replaced; the rest keeps its own `this`. */
function overlay<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (Object.hasOwn(members, key)) return members[key as keyof T];
      const value = Reflect.get(object, key, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}
