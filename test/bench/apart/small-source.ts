import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from '../generate/shape.ts';

/** The event at which all people are that were written one by one. */
export const writtenEvent = 'event:written-one-by-one';

/** Writes a source file of one person with three facts beside the name: the least that is imported at a time. Shape: its path. */
export function writeSmallSource(folder: string, number: number): string {
  const [id, person] = [`source:small-${number}`, `person:written-${number}`];
  const source = { id, name: `small-${number}`, file: `small-${number}.txt`, sha256: createHash('sha256').update(id).digest('hex') };
  const event = number === 0 ? { [writtenEvent]: { name: '逐一记录会', date: '2031-01-01', lines: 2 } } : {};
  const file = {
    source: { ...source, lineCount: 4, filledLines: ['1-4'], language: 'zh', published: '2031-01-02' },
    entities: { [person]: { name: `逐一${number}`, lines: 1 }, ...event },
    facts: [
      { fact: 'PARTICIPATED_IN', participant: person, event: writtenEvent, role: 'ATTENDEE', lines: 2 },
      { fact: 'PARTICIPATED_IN', participant: person, event: idOf.probeLink, role: 'SPEAKER', lines: 3 },
      { fact: 'AFFILIATED_WITH', person, organisation: idOf.organisation(0), title: '主任医师', lines: 4 },
    ],
  };
  const path = join(folder, `small-${number}.jsonl`);
  writeFileSync(path, `${JSON.stringify(file)}\n`);
  return path;
}
