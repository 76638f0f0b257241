import { describeExcess, type Excess } from './limits.ts';

/** The codes a client can meet in `extensions.code`; each stands in the README's table. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'QUERY_TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'TIMEOUT'
  | 'TOO_BROAD'
  | 'UNAUTHENTICATED';

/** The root of every error we raise on purpose: its message may be shown to whoever asked. */
export class GraphError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** An id that nothing living bears. `argument` names where it stood; the value is not repeated. */
export class NotFoundError extends GraphError {
  constructor(argument: string) {
    super('NOT_FOUND', `${argument}: nothing is recorded under this id. Look ids up with search or matchNames.`, { argument });
  }
}

/** A value that has the right type and still cannot be meant. */
export class BadInputError extends GraphError {
  constructor(argument: string, reason: string) {
    super('BAD_USER_INPUT', `${argument}: ${reason}`, { argument });
  }
}

/** A value beyond a limit; `advice` says what to change. */
export class OverLimitError extends GraphError {
  constructor(argument: string, limit: Excess, advice: string) {
    super('BAD_USER_INPUT', `${argument}: ${describeExcess(limit, advice)}`, { argument, limit });
  }
}

/** A question wider than its own bounds; the reason says what to narrow. */
export class TooBroadError extends GraphError {
  constructor(argument: string, reason: string) {
    super('TOO_BROAD', `${argument}: ${reason}`, { argument });
  }
}

/** No token where one is needed, or one that cannot be trusted; why is not told to whoever made it up. */
export class UnauthenticatedError extends GraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('UNAUTHENTICATED', message, {}, options);
  }
}

/** A token that is good and does not reach this far. */
export class ForbiddenError extends GraphError {
  constructor(message: string) {
    super('FORBIDDEN', message);
  }
}

/** A client that has asked its share; `retryAfterSeconds` says when it may ask again. */
export class RateLimitedError extends GraphError {
  constructor(limit: Excess, advice: string, retryAfterSeconds: number) {
    super('RATE_LIMITED', describeExcess(limit, advice), { limit, retryAfterSeconds });
  }
}

/** The database cannot be reached, or refuses for now. */
export class UnavailableError extends GraphError {
  constructor(message: string, options?: ErrorOptions) {
    super('SERVICE_UNAVAILABLE', message, {}, options);
  }
}

/** The memory that all statements share is used up, and free again in a moment. */
export class NoMemoryLeftError extends UnavailableError {
  constructor(options?: ErrorOptions) {
    super('The database has no memory left at the moment. Try again shortly.', options);
  }
}

/** The question took longer than a transaction may. */
export class TimeoutError extends GraphError {
  constructor(options?: ErrorOptions) {
    super('TIMEOUT', 'The question took longer than the database may spend on one. Narrow it and ask again.', {}, options);
  }
}

/** A fault of the operator's set-up or of a command's input; `exitCode` is what the process ends with. */
export class OperatorError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
    this.exitCode = exitCode;
  }
}

/** The database was lost while it answered a commit: whether that was stored, nobody knows until it is asked again. */
export class OutcomeUnknownError extends OperatorError {
  constructor(options?: ErrorOptions) {
    super('The database was lost at the last step: whether it was stored is unknown. Run the same command again.', 4, options);
  }
}

/** What an operator is told; a stack trace only where something broke that we did not foresee. */
export function explainError(error: unknown): string {
  if (error instanceof OperatorError || error instanceof GraphError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
