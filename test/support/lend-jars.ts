import { cpSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EmbeddedHome, layOutHome } from '../../src/database/embedded/lay-out-home.ts';

const project = layOutHome(fileURLToPath(new URL('../../.neo4j', import.meta.url)));

/** Lays out a home whose service finds the jars that `npm start` has fetched. */
export function lendJars(folder: string): EmbeddedHome {
  const home = layOutHome(folder);
  symlinkSync(project.lib, home.lib);
  // Neo4j does not look for procedures behind a link.
  cpSync(project.plugins, home.plugins, { recursive: true });
  // A copy, for whoever finds none makes one when it stops.
  cpSync(project.archives, home.archives, { recursive: true });
  return home;
}
