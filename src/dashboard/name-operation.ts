import type { Fetcher } from '@graphiql/toolkit';

/** Asks without an operation's name that the document does not hold: GraphiQL sends the last tab's for a moment after another is opened. */
export const nameOperation =
  (ask: Fetcher): Fetcher =>
  ({ operationName, ...params }, options) =>
    ask(operationName && namesOperation(params.query, operationName) ? { ...params, operationName } : params, options);

const namesOperation = (query: string, name: string): boolean => new RegExp(`\\b(query|mutation|subscription)\\s+${name}\\b`).test(query);
