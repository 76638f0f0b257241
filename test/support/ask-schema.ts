import { type ExecutionResult, graphql } from 'graphql';
import type { Database } from '../../src/database/connect.ts';
import { openDocuments } from '../../src/documents/open-documents.ts';
import { createContext } from '../../src/resolvers/context.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';

type Ask = (source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;

/** Asks the public schema, without HTTP and guard. Each question has a context of its own, as a request has. */
export async function askSchema(database: Database): Promise<Ask> {
  const { schema, nodeSource } = await buildSchema();
  const parts = {
    database,
    documents: openDocuments(undefined),
    passagesFor: 'anyone' as const,
    nodeSource,
    transactionTimeoutMs: 10_000,
  };
  return (source, variableValues) => graphql({ schema, source, variableValues, contextValue: createContext(parts) });
}
