import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '../../src/domain/source-file.ts';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁常'];
const first = [...'安邦成达恩方光海嘉康'];
const second = [...'明华强伟军敏静丽磊洋'];

// What one source says is stored in one transaction, whose 128 MB do not hold the word on five thousand people.
const perFile = 1000;

/** The made-up event that very many attended. */
export const hubEventId = 'event:river-assembly';

/** The id of the n-th who attended, from 1. */
export const hubGuestId = (number: number): string => `person:assembly-guest-${String(number).padStart(5, '0')}`;

const nameOf = (number: number): string =>
  [surnames[number % 50], first[Math.floor(number / 50) % 10], second[Math.floor(number / 500) % 10]].join('');

/** Source files of one event with so many attendees (up to 5,000 of different names), its complete list in volumes of a thousand. */
export function hubEvent(size: number): SourceFile[] {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const volumes = Array.from({ length: Math.ceil(size / perFile) }, (_, index) => numbers.slice(index * perFile, (index + 1) * perFile));
  return volumes.map((guests, index) => volume(index + 1, guests));
}

/** One volume: the event on the first line, and a line for each guest. */
function volume(number: number, guests: readonly number[]): SourceFile {
  const lines = guests.length + 1;
  return {
    source: {
      id: `source:river-assembly-list-${number}`,
      name: `沿江万人大会名单（第${number}册）`,
      file: `river-assembly-${number}.txt`,
      sha256: `a1${number}`.padEnd(64, 'f'),
      lineCount: lines,
      filledLines: [`1-${lines}`],
      language: 'zh',
      published: '2034-04-02',
    },
    entities: {
      [hubEventId]: { name: '沿江万人大会', lines: 1, kind: 'CONGRESS', date: '2034-04-01' },
      ...Object.fromEntries(guests.map((guest, index) => [hubGuestId(guest), { name: nameOf(guest), lines: index + 2 }])),
    },
    facts: [
      { fact: 'ListStatus', subject: hubEventId, relation: 'ROSTER', completeness: 'COMPLETE', lines: 1 },
      ...guests.map((guest, index) => ({
        fact: 'PARTICIPATED_IN' as const,
        participant: hubGuestId(guest),
        event: hubEventId,
        role: 'ATTENDEE',
        printedOrder: guest,
        lines: index + 2,
      })),
    ] as SourceFile['facts'],
  };
}

/** Writes source files that were built in code, so that the importer reads them as any other. Shape: their paths. */
export async function writeSourceFiles(files: readonly SourceFile[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-'));
  const paths = files.map((_, index) => join(folder, `built-${index + 1}.yaml`));
  await Promise.all(files.map((file, index) => writeFile(paths[index] as string, JSON.stringify(file))));
  return paths;
}
