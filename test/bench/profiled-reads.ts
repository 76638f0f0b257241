import type { ProfiledPlan } from 'neo4j-driver';
import type { Database } from '../../src/database/connect.ts';
import { encodeParameters } from '../../src/database/encode-parameters.ts';

/** What was asked of the database: how many statements, of which texts, and how many reads of its store they took. */
export interface Cost {
  statements: number;
  databaseHits: number;
  readonly texts: Set<string>;
}

/** A database that runs every statement under PROFILE, and adds up what each costs. */
export function profiledReads(database: Database): { database: Database; cost: Cost } {
  const cost: Cost = { statements: 0, databaseHits: 0, texts: new Set() };
  const read: Database['read'] = async (cypher, params = {}) => {
    const session = database.driver.session({ database: database.name, defaultAccessMode: 'READ' });
    try {
      const { records, summary } = await session.run(`PROFILE ${cypher}`, encodeParameters(params));
      cost.statements += 1;
      cost.texts.add(cypher);
      cost.databaseHits += summary.profile ? hitsOf(summary.profile) : 0;
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  return { database: { ...database, read }, cost };
}

const hitsOf = (plan: ProfiledPlan): number => (plan.dbHits ?? 0) + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);
