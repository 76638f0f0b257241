import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../domain/errors.ts';
import { findExecutables } from './find-executables.ts';
import { THREE_WAYS_ON } from './three-ways-on.ts';

/** A Java that was asked for its version. */
export interface Java {
  path: string;
  major: number;
  /** What `java -version` printed: with the path it tells one Java from another. */
  description: string;
}

/** Where to look for Java, in this order. */
export interface JavaPlaces {
  javaHome?: string | undefined;
  searchPath: string;
  /** Folders that hold one folder for each installed Java. */
  jvmFolders?: string[];
}

const SUPPORTED = [17, 21];
const OLDEST = 17;
const JVM_FOLDERS = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', 'C:\\Program Files\\Java'];

/**
 * Finds a Java that runs Neo4j 5.26: the first 17 or 21, or else the first that is newer.
 * Errors: OperatorError with three ways on when there is none.
 */
export function findJava(places: JavaPlaces, warn: (line: string) => void): Java {
  const seen: Java[] = [];
  for (const path of candidates(places)) {
    const java = askVersion(path);
    if (java && SUPPORTED.includes(java.major)) return java;
    if (java) seen.push(java);
  }
  const newer = seen.find((java) => java.major > OLDEST);
  if (!newer) throw new OperatorError(`${missing(seen)}\n${THREE_WAYS_ON}`);
  warn(`Java ${newer.major} is not one that Neo4j 5.26 supports (17, 21); going on with it.`);
  return newer;
}

function missing(seen: Java[]): string {
  const need = 'The embedded Neo4j needs Java 17 or 21';
  const [first] = seen;
  return first ? `${need}; found only Java ${first.major} (${first.path}).` : `${need}, and none was found.`;
}

function* candidates({ javaHome, searchPath, jvmFolders = JVM_FOLDERS }: JavaPlaces): Generator<string> {
  if (javaHome) yield* findExecutables('java', join(javaHome, 'bin'));
  yield* findExecutables('java', searchPath);
  for (const folder of jvmFolders) {
    for (const name of namesIn(folder)) {
      yield* findExecutables('java', join(folder, name, 'bin'));
      yield* findExecutables('java', join(folder, name, 'Contents', 'Home', 'bin'));
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function askVersion(path: string): Java | undefined {
  const answer = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const version = /version "(?:1\.)?(\d+)/.exec(answer.stderr ?? '');
  return version ? { path, major: Number(version[1]), description: answer.stderr } : undefined;
}
