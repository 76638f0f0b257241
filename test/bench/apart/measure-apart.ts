import type { Database } from '../../../src/database/connect.ts';
import type { TestServer } from '../../support/global-setup.ts';
import type { Effort } from '../compare/compare-servers.ts';
import { type Server, startOurs } from '../compare/servers.ts';
import type { Verdict } from '../compare/verdict.ts';
import { manyRows, type Operation } from '../operations.ts';
import { besideLargeAnswers } from './beside-large-answers.ts';
import { newDocuments } from './new-documents.ts';
import { writeOneByOne } from './write-one-by-one.ts';

/** What is measured of our service alone, each on a start of its own: P9, P10, W1 and W3. The last two add to the graph. */
export async function measureApart(database: Database, login: TestServer, all: readonly Operation[], effort: Effort): Promise<Verdict[]> {
  const find = (part: string) => all.find(({ name }) => name.startsWith(part)) as Operation;
  const [person, dossier, rows] = [find('R1'), find('R2 dossier of a person at 20'), find(manyRows)];
  const load = { connections: 1, seconds: effort.seconds };
  const during = async <T>(name: Parameters<typeof startOurs>[0], work: (server: Server) => Promise<T>): Promise<T> => {
    const server = await startOurs(name, login);
    return work(server).finally(server.stop);
  };
  return [
    await during('ours', (server) => besideLargeAnswers(server, dossier, rows, load, effort.repeats)),
    ...(await during('ours', (server) => newDocuments(server, person, effort))),
    ...(await during('ours, keeping answers', (server) => writeOneByOne(database, server, dossier))),
  ];
}
