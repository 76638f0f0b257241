import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const peoplePerEvent = 100;
const roles = ['ATTENDEE', 'SPEAKER', 'AWARDEE'];

/**
 * Writes a source file of JSON Lines with so many rows, one a line: a made-up chronicle of gatherings, its people (a tenth of the rows) and who took part in what.
 * Shape: its path. `name` tells several apart; `from` is the number of the first person, so that two files can share people and events.
 */
export async function writeLargeSource(rows: number, { name = 'chronicle', from = 0 } = {}): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'large-')), `${name}.jsonl`);
  const file = createWriteStream(path);
  for (const line of linesOf(rows, name, from)) if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return path;
}

function* linesOf(rows: number, name: string, from: number): Generator<object> {
  const people = Math.max(1, Math.floor(rows / 10));
  const events = Math.max(1, Math.floor(rows / peoplePerEvent / 10));
  const person = (index: number) => `person:chronicle-${from + (index % people)}`;
  const event = (index: number) => `event:chronicle-${from + (index % events)}`;
  const source = { id: `source:${name}`, name: `${name}聚会志`, file: `${name}.txt`, sha256: hashLike(name), lineCount: rows };
  yield { source: { ...source, filledLines: [`1-${rows}`], language: 'zh', published: '2034' } };
  let line = 0;
  const next = () => {
    line += 1;
    return line;
  };
  for (let index = 0; index < events; index += 1)
    yield { entities: { [event(index)]: { name: `第${from + index + 1}次聚会`, lines: next(), kind: 'CONGRESS' } } };
  for (let index = 0; index < people; index += 1)
    yield {
      entities: { [person(index)]: { name: `来宾${from + index + 1}`, lines: next(), identifiedBy: 'the number in the chronicle' } },
    };
  for (let index = 0; line < rows; index += 1) {
    // Each round of the people goes to other events, so that nobody stands at one twice in the same role.
    const round = Math.floor(index / people);
    const fact = {
      fact: 'PARTICIPATED_IN',
      participant: person(index),
      event: event(index + round),
      role: roles[Math.floor(round / events) % 3],
    };
    yield { facts: [{ ...fact, lines: next() }] };
  }
}

const hashLike = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
