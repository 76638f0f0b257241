import { canonicalJson } from '../../../src/domain/ids.ts';
import type { TestServer } from '../../support/global-setup.ts';
import { residentMb } from '../../support/resident-memory.ts';
import { manyRows, type Operation } from '../operations.ts';
import type { Postgres } from '../postgres/start-postgres.ts';
import type { PlainQuestion } from './plain-questions.ts';
import { putUnderLoad, type Reading } from './put-under-load.ts';
import type { Server, ServerName } from './servers.ts';
import { startServers } from './start-servers.ts';

/** One reading of one server at one operation, over so many connections. */
export interface Measured extends Reading {
  readonly operation: string;
  readonly server: ServerName;
  readonly connections: number;
}

/** All that was measured. `starts`: of each start of a server, how long it took and what memory it held at the end. */
export interface Comparison {
  readonly readings: Measured[];
  /** What a peer could not answer, and is not measured at; and what anybody did not answer under load. */
  readonly failures: Failure[];
  readonly starts: { readonly server: ServerName; readonly startMs: number; readonly idleMb: number; readonly loadedMb: number }[];
}

/** A question that is answered with an error. */
export interface Failure {
  readonly operation: string;
  readonly server: ServerName;
  readonly message: string;
}

/** How long and how often to measure; the compiler's luck makes a restart worth more than another minute. */
export interface Effort {
  readonly starts: number;
  readonly repeats: number;
  readonly seconds: number;
  readonly warmSeconds: number;
}

const connectionCounts = [1, 16];

/** Questions that peers have to be asked in terms of their own, by the operation's name. */
export type OwnQuestions = Partial<Record<ServerName, Record<string, PlainQuestion>>>;

/** What the servers stand on. */
export interface Ground {
  readonly login: TestServer;
  readonly postgres: Postgres | string;
}

/** Asks all servers the same questions in turn, over several starts of each. Errors: an Error where two answers differ. */
export async function compareServers(
  { login, postgres }: Ground,
  operations: readonly Operation[],
  own: OwnQuestions,
  effort: Effort,
): Promise<Comparison> {
  const all: Comparison = { readings: [], failures: [], starts: [] };
  for (let start = 0; start < effort.starts; start += 1) {
    const servers = await startServers(
      login,
      postgres,
      operations.find(({ name }) => name === manyRows),
    );
    try {
      const idle = servers.map(({ pid }) => residentMb(pid));
      const asked = operations.map((operation) => ({ operation, questions: questionsOf(operation, servers, own) }));
      const failures = await refuseDifferences(asked, own);
      for (const { operation, questions } of asked)
        await measure(operation, questions.filter(isAnswered(operation, failures)), effort, all);
      if (start === 0) all.failures.push(...failures);
      for (const [index, { name, pid, startMs }] of servers.entries())
        all.starts.push({ server: name, startMs, idleMb: idle[index] ?? 0, loadedMb: residentMb(pid) });
    } finally {
      for (const server of servers) await server.stop();
    }
  }
  return all;
}

interface Asked {
  readonly operation: Operation;
  readonly questions: readonly Question[];
}

interface Question {
  readonly server: Server;
  readonly body: string;
  /** Of the bare server, which is told what to answer by the address: as many bytes as ours are, or the same rows. */
  path?: string;
}

/** Who is asked what: the questions that one statement answers by hand; whoever has no database is asked for what it has in memory. */
const asks: Partial<Record<ServerName, RegExp>> = {
  ours: /./,
  'ours, keeping answers': /^R/,
  'by hand': /^(R1|R2|R3|R4|R10) /,
  mercurius: /^(R1|R2|R3|R4|R10) |^no database/,
  bare: new RegExp(`^R[12] |^${manyRows}$`),
  apollo: /^no database/,
  'apollo on express': /^no database/,
};

function questionsOf(operation: Operation, servers: readonly Server[], own: OwnQuestions): Question[] {
  return servers.flatMap((server) => {
    const question = own[server.name]?.[operation.name] ?? (asks[server.name]?.test(operation.name) ? operation : undefined);
    return question ? [{ server, body: JSON.stringify({ query: question.query, variables: question.variables }) }] : [];
  });
}

async function measure(operation: Operation, questions: readonly Question[], effort: Effort, all: Comparison): Promise<void> {
  const { repeats, seconds, warmSeconds } = effort;
  const ask = async ({ server, body, path }: Question, connections: number, time: number): Promise<Reading | undefined> => {
    try {
      const asked = path ? { ...server, url: new URL(path, server.url).href } : server;
      return await putUnderLoad(asked, body, { connections, seconds: time });
    } catch (error) {
      // Told beside what could be read, rather than at the price of hours of readings.
      all.failures.push({
        operation: operation.name,
        server: server.name,
        message: `over ${connections} connections ${(error as Error).message}`,
      });
      return undefined;
    }
  };
  for (const question of questions) await ask(question, 16, warmSeconds);
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const connections of connectionCounts)
      for (const question of questions) {
        const reading = await ask(question, connections, seconds);
        if (reading) all.readings.push({ operation: operation.name, server: question.server.name, connections, ...reading });
      }
}

const isAnswered =
  ({ name }: Operation, failures: readonly Failure[]) =>
  ({ server }: Question): boolean =>
    !failures.some((failure) => failure.operation === name && failure.server === server.name);

/** Errors: an Error for answers that differ, and for any error of ours. Shape: the errors of peers. */
async function refuseDifferences(all: readonly Asked[], own: OwnQuestions): Promise<Failure[]> {
  const differences: string[] = [];
  const failures: Failure[] = [];
  for (const { operation, questions } of all) {
    const { name } = operation;
    const [bare, asked] = [questions.filter(isBare), questions.filter((question) => !isBare(question))];
    const [ours, ...others] = await Promise.all(asked.map((question) => answerOf(question, own[question.server.name]?.[name])));
    if (!ours || ours.error) throw new Error(`${name}: ${ours?.error}`);
    for (const { server, error } of others) if (error) failures.push({ operation: name, server, message: error });
    const differing = others.filter(({ said, error }) => !error && said !== ours.said);
    differences.push(...differing.map(({ server, said }) => `${name}: ${server} answers ${said}\ninstead of ${ours.said}`));
    for (const question of bare) question.path = name === manyRows ? '/rows' : `/bytes/${ours.bytes}`;
  }
  if (differences.length > 0) throw new Error(differences.join('\n'));
  return failures;
}

const isBare = ({ server }: Question): boolean => server.name === 'bare';

interface Said {
  readonly server: ServerName;
  readonly said?: string;
  readonly bytes: number;
  readonly error?: string;
}

async function answerOf({ server: { name, url }, body }: Question, own?: PlainQuestion): Promise<Said> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  const bytes = Buffer.byteLength(text);
  if (!response.ok) return { server: name, bytes, error: text };
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors) return { server: name, bytes, error: JSON.stringify(errors) };
  return { server: name, bytes, said: canonicalJson(own ? own.inOurs(data) : data) };
}
