import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const SUFFIXES = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];

/** Finds every program of this name along a search path (the value of `PATH`), in its order. */
export function findExecutables(name: string, searchPath: string): string[] {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => SUFFIXES.map((suffix) => join(folder, name + suffix))).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
