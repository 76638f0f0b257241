import { type ExecutionResult, graphql } from 'graphql';
import type { Database } from '../../src/database/connect.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { plainContext } from './plain-context.ts';

type Ask = (source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;

/** Asks the public schema, without HTTP and guard. Each question has a context of its own, as a request has. */
export async function askSchema(database: Database): Promise<Ask> {
  const { schema, nodeSource } = await buildSchema();
  return (source, variableValues) => graphql({ schema, source, variableValues, contextValue: plainContext(database, nodeSource, 10_000) });
}
