import type { Database } from '../../../src/database/connect.ts';
import type { TestServer } from '../../support/global-setup.ts';
import type { Effort } from '../compare/compare-servers.ts';
import { largeOfPlain, type PlainQuestion } from '../compare/plain-questions.ts';
import { type Server, startOurs, startPeer } from '../compare/servers.ts';
import { ofPeer, type Verdict } from '../compare/verdict.ts';
import { manyRows, type Operation } from '../operations.ts';
import { type Asked, besideLargeAnswers } from './beside-large-answers.ts';
import { newDocuments } from './new-documents.ts';
import { writeOneByOne } from './write-one-by-one.ts';

/** In whose terms plain is asked the same. */
type OfPlain = Readonly<Record<string, PlainQuestion>>;

/** What is measured of a server alone, each on a start of its own: P9 and P10, of plain as well, W1 and W3. The last two add to the graph. */
export async function measureApart(
  database: Database,
  login: TestServer,
  all: readonly Operation[],
  ofPlain: OfPlain,
  effort: Effort,
): Promise<Verdict[]> {
  const find = (part: string) => all.find(({ name }) => name.startsWith(part)) as Operation;
  const [person, dossier, rows] = [find('R1'), find('R2 dossier of a person at 20'), find(manyRows)];
  const own = (name: Parameters<typeof startOurs>[0]) => startOurs(name, login);
  const plain = () => startPeer('plain', login, {});
  const inPlain = ({ name }: Operation): Asked => ({ ...(ofPlain[name] as PlainQuestion), name });
  const of = (target: string, starting: Promise<Server>, work: (server: Server) => Promise<Verdict[]>) =>
    during(starting, work).catch((error: Error) => [unanswered(target, error)]);
  return [
    ...(await of('P9', own('ours'), async (server) => [await besideLargeAnswers(server, dossier, rows, effort)])),
    ...ofPeer(
      'plain',
      await of('P9', plain(), async (server) => [await besideLargeAnswers(server, inPlain(dossier), largeOfPlain, effort)]),
    ),
    ...(await of('P10', own('ours'), (server) => newDocuments(server, person, effort))),
    ...ofPeer('plain', await of('P10', plain(), (server) => newDocuments(server, inPlain(person), effort))),
    ...(await of('W3', own('ours, keeping answers'), (server) => writeOneByOne(database, server, dossier))),
  ];
}

async function during<T>(starting: Promise<Server>, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await starting;
  return work(server).finally(server.stop);
}

/** Told in the place of a reading, rather than at the price of hours of others. */
const unanswered = (target: string, { message }: Error): Verdict => ({
  target,
  about: `did not answer: ${message.slice(0, 200)}`,
  reading: '–',
  met: false,
});
