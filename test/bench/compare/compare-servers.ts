import { canonicalJson } from '../../../src/domain/ids.ts';
import type { TestServer } from '../../support/global-setup.ts';
import { residentMb } from '../../support/resident-memory.ts';
import type { Operation } from '../operations.ts';
import type { PlainQuestion } from './plain-questions.ts';
import { putUnderLoad, type Reading } from './put-under-load.ts';
import { type Server, type ServerName, serverNames, startServer } from './servers.ts';

/** One reading of one server at one operation, over so many connections. */
export interface Measured extends Reading {
  readonly operation: string;
  readonly server: ServerName;
  readonly connections: number;
}

/** All that was measured. `starts`: of each start of a server, how long it took and what memory it held at the end. */
export interface Comparison {
  readonly readings: Measured[];
  /** What a peer could not answer; it is not measured there. */
  readonly failures: Failure[];
  readonly starts: { readonly server: ServerName; readonly startMs: number; readonly idleMb: number; readonly loadedMb: number }[];
}

/** A question that a peer answers with an error. */
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

/** Asks all servers the same questions in turn, over several starts of each. Errors: an Error where two answers differ. */
export async function compareServers(
  login: TestServer,
  operations: readonly Operation[],
  plain: Record<string, PlainQuestion>,
  effort: Effort,
): Promise<Comparison> {
  const all: Comparison = { readings: [], failures: [], starts: [] };
  for (let start = 0; start < effort.starts; start += 1) {
    const servers: Server[] = [];
    try {
      for (const name of serverNames) servers.push(await startServer(name, login));
      const idle = servers.map(({ pid }) => residentMb(pid));
      const asked = operations.map((operation) => ({ operation, questions: questionsOf(operation, servers, plain) }));
      const failures = await refuseDifferences(asked, plain);
      for (const { operation, questions } of asked)
        await measure(operation, questions.filter(isAnswered(operation, failures)), effort, all.readings);
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
}

function questionsOf(operation: Operation, servers: readonly Server[], plain: Record<string, PlainQuestion>): Question[] {
  return servers.flatMap((server) => {
    const question = server.name === 'plain' ? plain[operation.name] : isOurs(server) || isByHand(operation) ? operation : undefined;
    return question ? [{ server, body: JSON.stringify({ query: question.query, variables: question.variables }) }] : [];
  });
}

async function measure(
  operation: Operation,
  questions: readonly Question[],
  { repeats, seconds, warmSeconds }: Effort,
  readings: Measured[],
): Promise<void> {
  for (const { server, body } of questions) await putUnderLoad(server, body, 16, warmSeconds);
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const connections of connectionCounts)
      for (const { server, body } of questions) {
        const reading = await putUnderLoad(server, body, connections, seconds);
        readings.push({ operation: operation.name, server: server.name, connections, ...reading });
      }
}

const isOurs = ({ name }: Server): boolean => name.startsWith('ours');

/** The questions that are worked out by one statement; the others are told of our own service alone. */
const isByHand = ({ name }: Operation): boolean => /^(R1|R2|R3|R4|R10) /.test(name);

const isAnswered =
  ({ name }: Operation, failures: readonly Failure[]) =>
  ({ server }: Question): boolean =>
    !failures.some((failure) => failure.operation === name && failure.server === server.name);

/** Errors: an Error for answers that differ, and for any error of ours. Shape: the errors of peers. */
async function refuseDifferences(all: readonly Asked[], plain: Record<string, PlainQuestion>): Promise<Failure[]> {
  const differences: string[] = [];
  const failures: Failure[] = [];
  for (const { operation, questions } of all) {
    const { name } = operation;
    const [ours, ...others] = await Promise.all(questions.map((question) => answerOf(question, plain[name])));
    if (!ours || ours.error) throw new Error(`${name}: ${ours?.error}`);
    for (const { server, said, error } of others)
      if (error) failures.push({ operation: name, server, message: error });
      else if (said !== ours.said) differences.push(`${name}: ${server} answers ${said}\ninstead of ${ours.said}`);
  }
  if (differences.length > 0) throw new Error(differences.join('\n'));
  return failures;
}

interface Said {
  readonly server: ServerName;
  readonly said?: string;
  readonly error?: string;
}

async function answerOf({ server: { name, url }, body }: Question, plain?: PlainQuestion): Promise<Said> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  if (!response.ok) return { server: name, error: text };
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors) return { server: name, error: JSON.stringify(errors) };
  return { server: name, said: canonicalJson(name === 'plain' ? plain?.inOurs(data) : data) };
}
