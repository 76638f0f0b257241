/** An error as the log shows it. */
export interface LoggedFault {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: string[];
  readonly cause?: LoggedFault;
}

const longestMessage = 300;
const deepestCause = 3;

/** Describes an error without what was asked: messages of the database and of parsers quote values, which may be names of people. */
export function describeFault(error: unknown, depth = 0): LoggedFault {
  if (!(error instanceof Error)) return { type: typeof error, message: '…', stack: [] };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutValues(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < deepestCause && { cause: describeFault(error.cause, depth + 1) }),
  };
}

const quoted = /(["'`])(?:(?!\1).)*\1?/gs;
const beyondAscii = /[^\n -~]+/g;

const withoutValues = (message: string): string => message.replace(quoted, '"…"').replace(beyondAscii, '…').slice(0, longestMessage);
