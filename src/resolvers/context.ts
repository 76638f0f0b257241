import { bindToSignal } from '../database/bind-to-signal.ts';
import type { Database } from '../database/connect.ts';
import { type Audience, type Caller, isAmong, stranger } from '../domain/access.ts';
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts';
import { createFactsAtLoader, type FactsAtLoader } from '../loaders/facts-at.ts';
import { createNodeLoader, type LoadNodes, type NodeLoader } from '../loaders/nodes.ts';
import type { Passages } from '../loaders/passages.ts';

export type { LoadedNode, LoadNodes } from '../loaders/nodes.ts';

/** What resolvers of one request share. The last three are the library's: where and how its statements run. */
export interface GraphContext {
  readonly caller: Caller;
  readonly database: Database;
  /** Answers null where passages are held back from the caller, as where no copy is attached. */
  readonly documents: Passages;
  /** Fills entity types in our own answers: `context.nodes.load(info, 'Person', id)`. */
  readonly nodes: NodeLoader;
  readonly loaders: Loaders;
  /** The facts at an entity, by page. */
  readonly factsAt: FactsAtLoader;
  readonly executionContext: unknown;
  readonly sessionConfig: { readonly database: string };
  readonly transaction: { readonly timeout: number };
}

/** What contexts are made of, the same for all requests. */
export interface ContextParts {
  readonly database: Database;
  readonly documents: Passages;
  /** Whom passages are shown to. */
  readonly passagesFor: Audience;
  readonly libraryNodes: (context: unknown) => LoadNodes;
  readonly transactionTimeoutMs: number;
}

const held: Passages = { passage: async () => null };

/** Makes the context of one request, with loaders of its own; what it reads ends with the request's signal. */
export function createContext(parts: ContextParts, caller = stranger, signal?: AbortSignal): GraphContext {
  const { documents, passagesFor, libraryNodes, transactionTimeoutMs } = parts;
  const database = signal ? bindToSignal(parts.database, signal) : parts.database;
  const library = {
    executionContext: database.driver,
    sessionConfig: { database: database.name },
    transaction: { timeout: transactionTimeoutMs },
  };
  return {
    ...library,
    caller,
    database,
    documents: isAmong(passagesFor, caller) ? documents : held,
    // A copy: the library leaves its own things in the context it is given.
    nodes: createNodeLoader((...args) => libraryNodes({ ...library })(...args)),
    loaders: createLoaders(database),
    factsAt: createFactsAtLoader(database),
  };
}
