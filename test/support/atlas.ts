import type { Database } from '../../src/database/connect.ts';
import { hubEvent, writeSourceFiles } from './hub-event.ts';
import { seededGraph, yamlIn } from './seeded-graph.ts';

/** The files of the made-up atlas: namesakes, renamings, partial dates, open lists, sources that differ. Nothing in it exists. */
export const atlasFiles = (): string[] => yamlIn('test/data/atlas');

/** The graph of the made-up atlas, made by the importer; the caller closes it. `hub`: how many attended its largest event, none unless given. */
export async function atlasGraph({ hub = 0, more = [] }: { hub?: number; more?: readonly string[] } = {}): Promise<Database> {
  return seededGraph([...atlasFiles(), ...more, ...(await writeSourceFiles(hubEvent(hub)))]);
}
