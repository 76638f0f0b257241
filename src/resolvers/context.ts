import { bindToSignal } from '../database/bind-to-signal.ts';
import type { Database } from '../database/connect.ts';
import { type Audience, type Caller, isAmong, stranger } from '../domain/access.ts';
import { once } from '../domain/once.ts';
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts';
import { createFactsAtLoader, type FactsAtLoader } from '../loaders/facts-at.ts';
import { loadNodes } from '../loaders/load-nodes.ts';
import { createNodeLoader, type NodeLoader, type NodeSource } from '../loaders/nodes.ts';
import type { Passages } from '../loaders/passages.ts';

export type { LoadedNode, NodeSource } from '../loaders/nodes.ts';

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
  readonly nodeSource: NodeSource;
  readonly transactionTimeoutMs: number;
}

const held: Passages = { passage: async () => null };

/** Makes the context of one request, with loaders of its own; what it reads ends with the request's signal, which is asked for with the first statement. */
export function createContext(parts: ContextParts, caller = stranger, signal?: () => AbortSignal): GraphContext {
  const database = once(() => (signal ? bindToSignal(parts.database, signal()) : parts.database));
  const loaders = once(() => createLoaders(database()));
  const library = {
    get executionContext() {
      return database().driver;
    },
    sessionConfig: { database: parts.database.name },
    transaction: { timeout: parts.transactionTimeoutMs },
  };
  const nodes = once(() => createNodeLoader(loadNodes(database(), parts.nodeSource, library)));
  const factsAt = once(() => createFactsAtLoader(database(), loaders().factById));
  // Most questions need few of these.
  return {
    caller,
    documents: isAmong(parts.passagesFor, caller) ? parts.documents : held,
    sessionConfig: library.sessionConfig,
    transaction: library.transaction,
    get executionContext() {
      return library.executionContext;
    },
    get database() {
      return database();
    },
    get nodes() {
      return nodes();
    },
    get loaders() {
      return loaders();
    },
    get factsAt() {
      return factsAt();
    },
  };
}
