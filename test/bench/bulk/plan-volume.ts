import { createHash, type Hash } from 'node:crypto';
import type { SourceFile } from '../../../src/domain/source-file.ts';
import type { SourceHead } from '../../../src/recording/load-batch.ts';
import { newestMigration } from '../../../src/recording/migrations.ts';
import type { Plan } from '../../../src/recording/plan.ts';
import { planSource } from '../../../src/recording/plan-source.ts';
import { linesOf, type Volume } from '../generate/volume.ts';

/** What a made-up document says, whole. `rows` counts its entities and facts. */
export interface PlannedVolume {
  readonly head: SourceHead;
  readonly plan: Plan;
  readonly rows: number;
}

/** Reads a volume as if from its file, whose bytes are added to `all`; it is known to be valid, and names all by their ids. */
export function planVolume(volume: Volume, all: Hash): PlannedVolume {
  // As the importer hashes the file.
  const hash = createHash('sha256').update(`${newestMigration}:`);
  const file = { entities: {}, facts: [] } as unknown as { -readonly [part in keyof SourceFile]: SourceFile[part] };
  let rows = -1;
  for (const line of linesOf(volume)) {
    for (const each of [all, hash]) each.update(line);
    const { source, entities, facts } = JSON.parse(line) as Partial<SourceFile>;
    if (source) file.source = source;
    if (entities) Object.assign(file.entities, entities);
    if (facts) file.facts.push(...facts);
    rows += 1;
  }
  const plan = planSource(file, (reference) => ({ id: reference }), { first: true });
  return { head: { source: file.source, leftOut: [], hash: hash.digest('hex') }, plan, rows };
}
