import type { TestServer } from '../../support/global-setup.ts';
import { type Comparison, type Effort, measure } from '../compare/compare-servers.ts';
import { putUnderLoad } from '../compare/put-under-load.ts';
import { type OwnQuestions, type Question, questionsOf } from '../compare/questions-of.ts';
import { refuseDifferences } from '../compare/refuse-differences.ts';
import { type Server, startOurs, startPeer } from '../compare/servers.ts';
import type { Operation } from '../operations.ts';
import { recordAnswers } from './record-answers.ts';
import { replayAnswers } from './replay-answers.ts';
import type { Answers } from './request-keys.ts';

/** Asks the servers one question while stored answers come in the place of Neo4j, so that each costs what it costs itself. */
export async function compareCanned(login: TestServer, operation: Operation, own: OwnQuestions, effort: Effort): Promise<Comparison> {
  const all: Comparison = { readings: [], failures: [], starts: [] };
  const answers: Answers = new Map();
  const recorder = await recordAnswers(login.uri, answers);
  await askServers({ ...login, uri: recorder.uri }, operation, own, async (questions) => {
    // Also what a server asks for only when it is warm. A Neo4j that just started may fail at first; the last answers are kept.
    for (const { server, body } of questions)
      await putUnderLoad(server, body, { connections: 16, seconds: effort.warmSeconds }).catch(() => {});
    await refuseDifferences([{ operation, questions }], own);
  }).finally(recorder.close);
  const standIn = await replayAnswers(answers);
  const named = { ...operation, name: `${operation.name}, canned` };
  try {
    for (let start = 0; start < effort.starts; start += 1)
      await askServers({ ...login, uri: standIn.uri }, operation, own, async (questions) => {
        all.failures.push(...(await refuseDifferences([{ operation, questions }], own)));
        await measure(named, questions, { ...effort, warmSeconds: effort.firstWarmSeconds }, all);
      });
  } finally {
    await standIn.close();
  }
  return all;
}

/** Starts the servers on a Neo4j, or on what stands for it, and asks them. */
async function askServers(login: TestServer, operation: Operation, own: OwnQuestions, ask: (questions: Question[]) => Promise<void>) {
  const servers: Server[] = [];
  try {
    for (const name of ['ours', 'ours, by the driver'] as const) servers.push(await startOurs(name, login));
    for (const name of ['by hand', 'plain'] as const) servers.push(await startPeer(name, login, {}));
    await ask(questionsOf(operation, servers, own));
  } finally {
    for (const server of servers) await server.stop();
  }
}
