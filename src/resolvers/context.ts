import { bindToSignal } from '../database/bind-to-signal.ts';
import type { Database } from '../database/connect.ts';
import { type Audience, type Caller, isAmong, stranger } from '../domain/access.ts';
import type { Limits } from '../domain/limits.ts';
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts';
import { createFactsAtLoader, type FactsAtLoader } from '../loaders/facts-at.ts';
import { loadNodes } from '../loaders/load-nodes.ts';
import { createNodeLoader, type NodeLoader, type NodeSource } from '../loaders/nodes.ts';
import type { Passages } from '../loaders/passages.ts';

export type { Asked, LibraryRead, NodeSource } from '../loaders/nodes.ts';

/** What resolvers of one request share. */
export interface GraphContext {
  readonly caller: Caller;
  readonly database: Database;
  /** Answers null where passages are held back from the caller, as where no copy is attached. */
  readonly documents: Passages;
  /** Fills entity types in our own answers: `context.nodes.load(info, 'Person', id)`. */
  readonly nodes: NodeLoader;
  readonly propertiesAsked: NodeSource['propertiesAsked'];
  readonly loaders: Loaders;
  /** The facts at an entity, by page. */
  readonly factsAt: FactsAtLoader;
  /** Ends what nobody waits for any longer. */
  readonly signal?: AbortSignal | undefined;
  /** How long a statement may take. Units: ms. */
  readonly transaction: { readonly timeout: number };
  /** How much a question may ask of what the guard cannot tell by the schema. */
  readonly limits: QuestionLimits;
}

/** The limits that questions uphold themselves. */
export type QuestionLimits = Pick<Limits, 'phraseLength' | 'phraseTerms' | 'pathFacts'>;

/** What contexts are made of, the same for all requests. */
export interface ContextParts {
  readonly database: Database;
  readonly documents: Passages;
  /** Whom passages are shown to. */
  readonly passagesFor: Audience;
  readonly nodeSource: NodeSource;
  readonly transactionTimeoutMs: number;
  readonly limits: QuestionLimits;
}

const held: Passages = { passage: async () => null };

/** Makes the context of one request, with loaders of its own; what it reads ends with the request's signal, which is asked for with the first statement. */
export const createContext = (parts: ContextParts, caller = stranger, signal?: () => AbortSignal): GraphContext =>
  new RequestContext(parts, caller, signal);

/** Most questions need few of these, so each is made when it is asked for. */
class RequestContext implements GraphContext {
  readonly caller: Caller;
  readonly documents: Passages;
  readonly transaction: { readonly timeout: number };
  private readonly parts: ContextParts;
  private readonly askSignal: (() => AbortSignal) | undefined;
  // One for all copies: the executor makes one of a context.
  private readonly made: { database?: Database; nodes?: NodeLoader; loaders?: Loaders; factsAt?: FactsAtLoader } = {};

  constructor(parts: ContextParts, caller: Caller, askSignal?: () => AbortSignal) {
    this.parts = parts;
    this.caller = caller;
    this.askSignal = askSignal;
    this.transaction = { timeout: parts.transactionTimeoutMs };
    this.documents = isAmong(parts.passagesFor, caller) ? parts.documents : held;
  }

  get database(): Database {
    this.made.database ??= this.askSignal ? bindToSignal(this.parts.database, this.askSignal()) : this.parts.database;
    return this.made.database;
  }

  get signal(): AbortSignal | undefined {
    return this.askSignal?.();
  }

  get nodes(): NodeLoader {
    this.made.nodes ??= createNodeLoader(loadNodes(this.database, this.parts.nodeSource));
    return this.made.nodes;
  }

  get limits(): QuestionLimits {
    return this.parts.limits;
  }

  get propertiesAsked(): NodeSource['propertiesAsked'] {
    return this.parts.nodeSource.propertiesAsked;
  }

  get loaders(): Loaders {
    this.made.loaders ??= createLoaders(this.database);
    return this.made.loaders;
  }

  get factsAt(): FactsAtLoader {
    this.made.factsAt ??= createFactsAtLoader(this.database, this.loaders.factById);
    return this.made.factsAt;
  }
}
