import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Config } from '../../config/read-config.ts';
import { broken, type Diagnosis, doubtful, healthy } from '../../domain/diagnosis.ts';
import { OperatorError } from '../../domain/errors.ts';
import { findExecutables } from './find-executables.ts';
import { findJava, type JavaPlaces } from './find-java.ts';
import { freeMegabytes } from './free-space.ts';
import { type EmbeddedHome, layOutHome } from './lay-out-home.ts';
import { runsHome } from './server-process.ts';
import { readRecord } from './server-record.ts';

/** Looks at what the embedded Neo4j needs of this machine, without starting anything. */
export async function diagnoseMachine(config: Pick<Config, 'home' | 'leastFreeMb'> & JavaPlaces): Promise<Diagnosis[]> {
  const home = layOutHome(config.home);
  const fetched = existsSync(home.lib);
  return [
    javaOf(config),
    mavenOf(config.searchPath, fetched),
    fetched
      ? healthy('Neo4j files', `${readdirSync(home.lib).length} in ${home.lib}`)
      : doubtful('Neo4j files', 'not fetched yet', 'The next start fetches 125 MB from Maven Central.'),
    await diskOf(config.home, config.leastFreeMb),
    ...passwordOf(home),
    processOf(home),
  ];
}

function javaOf(places: JavaPlaces): Diagnosis {
  try {
    const warnings: string[] = [];
    const java = findJava(places, (line) => warnings.push(line));
    const found = `${java.major} (${java.path})`;
    return warnings.length === 0 ? healthy('Java', found) : doubtful('Java', found, 'Install Java 17 or 21 beside it.');
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const [found = '', ...ways] = error.message.split('\n');
    return broken('Java', found, ways.join('\n'));
  }
}

function mavenOf(searchPath: string, fetched: boolean): Diagnosis {
  const [path] = findExecutables('mvn', searchPath);
  if (path) return healthy('Maven', path);
  const advice = 'Install maven (it fetches Neo4j once), or set NEO4J_URI.';
  return fetched ? doubtful('Maven', 'none; not needed until Neo4j is updated', advice) : broken('Maven', 'none', advice);
}

async function diskOf(folder: string, least: number): Promise<Diagnosis> {
  const free = await freeMegabytes(folder);
  const found = `${free} MB free at ${folder}`;
  if (free >= least) return healthy('disk', found);
  return broken('disk', found, `Free ${least} MB (GRAPH_LEAST_FREE_MB), or move GRAPH_HOME to a larger disk.`);
}

function passwordOf({ passwordFile }: EmbeddedHome): Diagnosis[] {
  const mode = statSync(passwordFile, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return [];
  return (mode & 0o077) === 0 || process.platform === 'win32'
    ? [healthy('password file', `readable by you alone`)]
    : [broken('password file', `${passwordFile} can be read by others`, `chmod 600 ${passwordFile}`)];
}

function processOf(home: EmbeddedHome): Diagnosis {
  const record = readRecord(home);
  if (!record) return healthy('Neo4j process', 'none runs in this home');
  if (runsHome(record.pid, home.home)) return healthy('Neo4j process', `${record.pid}, Bolt on 127.0.0.1:${record.port}`);
  return doubtful('Neo4j process', `${record.pid} is recorded and gone: it crashed`, 'The next start recovers its data.');
}
