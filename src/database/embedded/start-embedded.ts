import { resolve } from 'node:path';
import { buildJavaArguments, type JavaSize } from './build-java-arguments.ts';
import { chooseArchive } from './class-data-archive.ts';
import { explainFailure } from './explain-failure.ts';
import { fetchServer } from './fetch-server.ts';
import { findFreePort } from './find-free-port.ts';
import { findJava, type JavaPlaces } from './find-java.ts';
import { refuseHeld } from './hold-home.ts';
import { keepPassword, setInitialPassword } from './keep-password.ts';
import { launchServer } from './launch-server.ts';
import { type EmbeddedHome, layOutHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import { reuseServer } from './reuse-server.ts';
import { type OwnerRole, ourselves, type ServerRecord, writeRecord } from './server-record.ts';
import { stopIfOurs, stopServer } from './stop-server.ts';
import { finishRestore } from './swap-store.ts';
import { type Login, waitUntilReady } from './wait-until-ready.ts';
import { writeConfiguration } from './write-configuration.ts';

const READY_WITHIN_MS = 120_000;

/** What an embedded server is started with. */
export interface EmbeddedOptions extends JavaSize {
  home: string;
  /** Where jars and archives lie; the home itself unless several homes share them. */
  serverFolder?: string;
  role?: OwnerRole;
  /** The port to take; else any that is free. */
  port?: number;
  java: JavaPlaces;
}

/** An embedded server that answers. */
export interface EmbeddedServer extends Login {
  pid: number;
  port: number;
  /** True when it ran already. */
  reused: boolean;
  /** Ends the server, unless it belongs to another program that still runs. */
  stop(): Promise<void>;
}

/** Starts the Neo4j of a home, fetching it first if need be, or takes the one that runs there. */
export async function startEmbedded(options: EmbeddedOptions, progress: Progress): Promise<EmbeddedServer> {
  const home = layOutHome(resolve(options.home), options.serverFolder && resolve(options.serverFolder));
  const role = options.role ?? 'service';
  refuseHeld(home);
  const running = await reuseServer(home, role, progress);
  const record = running ?? (await startAnew(home, options, role, progress));
  return {
    ...loginOf(record, keepPassword(home)),
    pid: record.pid,
    port: record.port,
    reused: running !== undefined,
    stop: () => stopIfOurs(home, progress),
  };
}

async function startAnew(
  home: EmbeddedHome,
  { java: places, heap, small, port: wanted }: EmbeddedOptions,
  role: OwnerRole,
  progress: Progress,
): Promise<ServerRecord> {
  const java = findJava(places, progress);
  const pomHash = await fetchServer(home, places.searchPath, progress);
  finishRestore(home);
  const port = wanted ?? (await findFreePort());
  const password = keepPassword(home);
  writeConfiguration(home, { port, heap, small });
  await setInitialPassword(home, java, password, progress);
  const archive = chooseArchive(home, java, pomHash);
  return reportSeconds('Starting Neo4j', progress, async () => {
    const child = await launchServer(java, buildJavaArguments(home, { heap, small }, archive), home);
    const record: ServerRecord = { pid: child.pid, port, owner: ourselves(role), ready: false, archive };
    writeRecord(home, record);
    const outcome = await waitUntilReady(loginOf(record, password), () => !child.hasEnded(), READY_WITHIN_MS);
    if (outcome === 'ready') {
      writeRecord(home, { ...record, ready: true });
      return record;
    }
    const failure = explainFailure(home, outcome, child.exitCode());
    await stopServer(home);
    throw failure;
  });
}

function loginOf({ port }: ServerRecord, password: string): Login {
  return { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password };
}
