import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EmbeddedHome } from './lay-out-home.ts';

const folders = [join('databases', 'neo4j'), join('transactions', 'neo4j')];

/** Where a restored store is made whole before it takes the place of the old one. */
export const restoredData = (home: EmbeddedHome): string => join(home.home, 'data.restored');
const wholeMark = (home: EmbeddedHome): string => join(restoredData(home), 'whole');

/** Says that the restored store is whole: from here on it, and no longer the old one, is what the next start finds. */
export const markWhole = (home: EmbeddedHome): void => writeFileSync(wholeMark(home), '');

/** Puts a whole restored store in its place, also one whose restore was cut off after that; half a one is thrown away. */
export function finishRestore(home: EmbeddedHome): void {
  if (existsSync(wholeMark(home))) for (const folder of folders) replace(join(restoredData(home), folder), join(home.home, 'data', folder));
  rmSync(restoredData(home), { recursive: true, force: true });
}

function replace(fresh: string, old: string): void {
  // Gone already: it was put in its place before the cut.
  if (!existsSync(fresh)) return;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(old), { recursive: true });
  renameSync(fresh, old);
}
