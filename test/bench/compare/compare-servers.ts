import type { TestServer } from '../../support/global-setup.ts';
import { residentMb } from '../../support/resident-memory.ts';
import { manyRows, type Operation } from '../operations.ts';
import type { Postgres } from '../postgres/start-postgres.ts';
import { putUnderLoad, type Reading } from './put-under-load.ts';
import { type OwnQuestions, type Question, questionsOf } from './questions-of.ts';
import { type Failure, refuseDifferences } from './refuse-differences.ts';
import type { ServerName } from './servers.ts';
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

/** How long and how often to measure; the compiler's luck makes a restart worth more than another minute. */
export interface Effort {
  readonly starts: number;
  readonly repeats: number;
  readonly seconds: number;
  /** For how long each server is asked a question before it is measured at it, and all questions before any is. */
  readonly warmSeconds: number;
  readonly firstWarmSeconds: number;
}

const connectionCounts = [1, 16];

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
      const warmUp = { ...effort, repeats: 0, warmSeconds: effort.firstWarmSeconds / asked.length };
      // Compilers, those of Neo4j among them, take longer than one question is asked; the first one would be measured cold.
      for (const how of [warmUp, effort])
        for (const { operation, questions } of asked) await measure(operation, questions.filter(isAnswered(operation, failures)), how, all);
      if (start === 0) all.failures.push(...failures);
      for (const [index, { name, pid, startMs }] of servers.entries())
        all.starts.push({ server: name, startMs, idleMb: idle[index] ?? 0, loadedMb: residentMb(pid) });
    } finally {
      for (const server of servers) await server.stop();
    }
  }
  return all;
}

/** Reads how long each server takes for its question, in turn, and adds that to what was read. */
export async function measure(operation: Operation, questions: readonly Question[], effort: Effort, all: Comparison): Promise<void> {
  const { repeats, seconds, warmSeconds } = effort;
  const ask = async ({ server, body, path, headers }: Question, connections: number, time: number): Promise<Reading | undefined> => {
    try {
      const asked = path ? { ...server, url: new URL(path, server.url).href } : server;
      return await putUnderLoad(asked, body, { connections, seconds: time, headers });
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
