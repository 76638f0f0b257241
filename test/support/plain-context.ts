import type { Database } from '../../src/database/connect.ts';
import { openDocuments } from '../../src/documents/open-documents.ts';
import { defaultLimits } from '../../src/domain/limits.ts';
import { createContext, type GraphContext, type NodeSource } from '../../src/resolvers/context.ts';

/** The context of one question, without HTTP: of a stranger, where no copies of the documents are. */
export const plainContext = (database: Database, nodeSource: NodeSource, transactionTimeoutMs = 20_000): GraphContext =>
  createContext({
    database,
    documents: openDocuments(undefined),
    passagesFor: 'anyone',
    nodeSource,
    transactionTimeoutMs,
    limits: defaultLimits,
  });
