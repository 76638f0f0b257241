import { manyRows, type Operation } from '../operations.ts';
import type { PlainQuestion } from './plain-questions.ts';
import type { Server, ServerName } from './servers.ts';
import { signedIn } from './sign-in.ts';

/** Questions that peers have to be asked in terms of their own, by the operation's name. */
export type OwnQuestions = Partial<Record<ServerName, Record<string, PlainQuestion>>>;

/** An operation, and whom it is asked of. */
export interface Asked {
  readonly operation: Operation;
  readonly questions: readonly Question[];
}

/** One operation in the terms of one server. */
export interface Question {
  readonly server: Server;
  readonly body: string;
  /** Of the bare server, which is told what to answer by the address: as many bytes as ours are, or the same rows. */
  path?: string;
  /** Of ours, where it is asked by someone signed in. */
  readonly headers?: Record<string, string>;
}

/** Who is asked what: the questions that one statement answers by hand; whoever has no database is asked for what it has in memory. */
const asks: Partial<Record<ServerName, RegExp>> = {
  ours: /./,
  'ours, keeping answers': /^R/,
  'ours, by the driver': /./,
  'by hand': /^(R[1-8]|R10) /,
  mercurius: /^(R1|R2|R3|R4|R10) |^no database/,
  bare: new RegExp(`^R[12] |^${manyRows}$`),
  apollo: /^no database/,
  'apollo on express': /^no database/,
};

/** Puts an operation to all servers that can be asked for it. */
export function questionsOf(operation: Operation, servers: readonly Server[], own: OwnQuestions): Question[] {
  return servers.flatMap((server) => {
    const question = own[server.name]?.[operation.name] ?? (asks[server.name]?.test(operation.name) ? operation : undefined);
    if (!question) return [];
    const headers = operation.signedIn && server.name.startsWith('ours') ? signedIn : undefined;
    return [{ server, headers, body: JSON.stringify({ query: question.query, variables: question.variables }) }];
  });
}
