import { isPlain } from '../encode-parameters.ts';
import type { ByteWriter } from './byte-writer.ts';
import { LeftToDriver } from './left-to-driver.ts';

/** Markers of what has a length: below 16 it is in the marker, else behind one for lengths of one, two or four bytes. */
const markers = { text: [0x80, 0xd0], list: [0x90, 0xd4], map: [0xa0, 0xd8] } as const;

/** Writes a value as Bolt has it; whole numbers as integers, like `encodeParameters`. Errors: LeftToDriver for what is not plain. */
export function packValue(to: ByteWriter, value: unknown): void {
  if (typeof value === 'string') packText(to, value);
  else if (typeof value === 'number') packNumber(to, value);
  else if (typeof value === 'boolean') to.byte(value ? 0xc3 : 0xc2);
  else if (value === null || value === undefined) to.byte(0xc0);
  else if (Array.isArray(value)) packList(to, value);
  else if (typeof value === 'object' && isPlain(value)) packMap(to, value as Record<string, unknown>);
  else throw new LeftToDriver('parameter');
}

/** Like the driver, leaves out what has no value. */
export function packMap(to: ByteWriter, map: Record<string, unknown>): void {
  const names = Object.keys(map).filter((name) => map[name] !== undefined);
  packLength(to, markers.map, names.length);
  for (const name of names) {
    packText(to, name);
    packValue(to, map[name]);
  }
}

function packList(to: ByteWriter, list: readonly unknown[]): void {
  packLength(to, markers.list, list.length);
  for (const value of list) packValue(to, value);
}

function packText(to: ByteWriter, text: string): void {
  const size = Buffer.byteLength(text);
  packLength(to, markers.text, size);
  to.text(text, size);
}

/** An integer in as few bytes as it needs. */
function packNumber(to: ByteWriter, number: number): void {
  if (!Number.isSafeInteger(number)) to.float(0xc1, number);
  else if (number >= -0x10 && number < 0x80) to.byte(number);
  else if (number >= -0x80 && number < 0x80) to.whole(0xc8, number, 1);
  else if (number >= -0x8000 && number < 0x8000) to.whole(0xc9, number, 2);
  else if (number >= -0x80000000 && number < 0x80000000) to.whole(0xca, number, 4);
  else to.long(0xcb, BigInt(number));
}

function packLength(to: ByteWriter, [tiny, wide]: readonly [number, number], length: number): void {
  if (length < 0x10) to.byte(tiny | length);
  else if (length < 0x100) to.whole(wide, length, 1);
  else if (length < 0x10000) to.whole(wide + 1, length, 2);
  else to.whole(wide + 2, length, 4);
}
