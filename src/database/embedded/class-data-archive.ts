import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Java } from './find-java.ts';
import type { EmbeddedHome } from './lay-out-home.ts';

/** Java's archive of loaded classes, which saves a third of every later start. */
export interface ClassDataArchive {
  path: string;
  /** Set while there is none yet: where this run writes it when it ends. */
  building?: string | undefined;
}

/** Names the archive that fits this Java and these jars, and whether this run has to make it. */
export function chooseArchive(home: EmbeddedHome, java: Java, pomHash: string): ClassDataArchive {
  mkdirSync(home.archives, { recursive: true });
  const key = createHash('sha256').update(java.path).update(java.description).update(pomHash).digest('hex').slice(0, 16);
  const path = join(home.archives, `${key}.jsa`);
  return existsSync(path) ? { path } : { path, building: `${path}.${randomUUID()}` };
}

/** Puts a finished archive in its place after a clean end; after any other, half an archive is thrown away. */
export function keepArchive({ path, building }: ClassDataArchive, cleanEnd: boolean): void {
  if (!building || !existsSync(building)) return;
  if (cleanEnd) renameSync(building, path);
  else rmSync(building, { force: true });
}
