import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../domain/errors.ts';
import { findExecutables } from './find-executables.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import { lastLines, runProgram } from './run-program.ts';
import { THREE_WAYS_ON } from './three-ways-on.ts';

// The compiled file lies as deep under `dist` as this one under `src`.
const POM = fileURLToPath(new URL('../../../src/database/embedded/pom.xml', import.meta.url));
const MARKER = '.pom-sha256';

/**
 * Brings Neo4j's jars into the home's lib folder, once for each state of the pom.
 * Shape: resolves with the pom's hash. Errors: OperatorError without Maven, or when the download fails.
 */
export async function fetchServer(home: EmbeddedHome, searchPath: string, progress: Progress): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(POM)).digest('hex');
  if (readIfThere(join(home.lib, MARKER)) === hash) return hash;
  const [maven] = findExecutables('mvn', searchPath);
  if (!maven) throw new OperatorError(`Maven (mvn) is needed once, to fetch Neo4j, and was not found.\n${THREE_WAYS_ON}`);
  const fresh = `${home.lib}.${process.pid}`;
  try {
    await reportSeconds('Fetching Neo4j from Maven Central (125 MB, once)', progress, () => download(maven, fresh));
    writeFileSync(join(fresh, MARKER), hash);
    copyPlugins(fresh, home.plugins);
    // Renamed when complete, so that an interrupted download is never taken for a whole one.
    rmSync(home.lib, { recursive: true, force: true });
    renameSync(fresh, home.lib);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return hash;
}

async function download(maven: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const { exitCode, output } = await runProgram(maven, ['-B', '-ntp', '-f', POM, ...goal]);
  if (exitCode === 0) return;
  throw new OperatorError(
    `Maven could not fetch Neo4j (exit code ${exitCode}). Check the network, then start again: what arrived is kept.\n` +
      `The last lines it printed:\n${lastLines(output, 12)}\n${THREE_WAYS_ON}`,
  );
}

/** Neo4j finds procedures by scanning the plugins folder; third-party jars must stay out of it. */
function copyPlugins(lib: string, plugins: string): void {
  rmSync(plugins, { recursive: true, force: true });
  mkdirSync(plugins, { recursive: true });
  for (const jar of readdirSync(lib).filter((name) => name.startsWith('apoc-'))) {
    copyFileSync(join(lib, jar), join(plugins, jar));
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
