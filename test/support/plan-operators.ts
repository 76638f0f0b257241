import type { Plan } from 'neo4j-driver';
import type { Database } from '../../src/database/connect.ts';
import { encodeParameters } from '../../src/database/encode-parameters.ts';
import type { SentStatement } from './recorded-reads.ts';

/** The operators of the plan that the database makes for a statement, which is not run. */
export async function planOperators(database: Database, { cypher, params }: Pick<SentStatement, 'cypher' | 'params'>): Promise<string[]> {
  const session = database.driver.session({ database: database.name, defaultAccessMode: 'READ' });
  try {
    const { summary } = await session.run(`EXPLAIN ${cypher}`, encodeParameters(params));
    return summary.plan ? operatorsOf(summary.plan) : [];
  } finally {
    await session.close();
  }
}

const operatorsOf = (plan: Plan): string[] => [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operatorsOf)];
