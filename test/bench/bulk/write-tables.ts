import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { labelOfId } from '../../../src/domain/ids.ts';
import { crowd } from '../generate/crowd.ts';
import { probes } from '../generate/probes.ts';
import type { Size } from '../generate/shape.ts';
import { openTables, type Table, type Tables } from './open-tables.ts';
import type { Written } from './paper-transaction.ts';
import { planVolume } from './plan-volume.ts';
import { type NameKeys, workOutVolume } from './work-out-volume.ts';

/** The tables of a made-up graph. `hash` is over the bytes of the source files that an importer would have read; `rows` counts entities and facts. */
export interface WrittenTables {
  readonly tables: readonly Table[];
  readonly rows: number;
  readonly hash: string;
}

/** Writes the graph that the importer would make of a crowd, as tables; one volume at a time is in memory. */
export async function writeTables(folder: string, size: Size): Promise<WrittenTables> {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256');
  const tables = openTables(folder);
  const nameKeys: NameKeys = new Map();
  let rows = 0;
  for (const volume of [...crowd(size), probes]) {
    const planned = planVolume(volume, hash);
    rows += planned.rows;
    addTo(tables, await workOutVolume(planned, nameKeys), planned.head.source.id);
  }
  return { tables: tables.close(), rows, hash: hash.digest('hex') };
}

function addTo(tables: Tables, { entities, facts, evidence, links }: Written, sourceId: string): void {
  const recordedAt = new Date().toISOString();
  for (const [id, properties] of entities) tables.add('nodes', `Entity:${labelOfId(id)}`, { 'id:ID(Entity)': id, ...properties });
  for (const [factId, { labels, properties }] of facts)
    tables.add('nodes', ['Fact', ...labels].join(':'), { 'factId:ID(Fact)': factId, ...properties, factId: undefined });
  for (const [id, properties] of evidence) {
    tables.add('nodes', 'Evidence', { 'id:ID(Evidence)': id, 'recordedAt:datetime': recordedAt, ...properties, id: undefined });
    tables.add('relationships', 'IN', { ':START_ID(Evidence)': id, ':END_ID(Entity)': sourceId });
  }
  for (const { type, start, from, to, properties } of links)
    tables.add('relationships', type, { [`:START_ID(${start})`]: from, ':END_ID(Entity)': to, ...properties });
}
