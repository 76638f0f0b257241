import type { ByteReader } from './byte-reader.ts';
import { LeftToDriver } from './left-to-driver.ts';

/** Reads a value as JavaScript has it; integers as numbers. Errors: LeftToDriver at one of another kind, such as a node or a date. */
export function unpackValue(from: ByteReader): unknown {
  const marker = from.byte();
  if (marker < 0x80) return marker;
  if (marker < 0x90) return from.text(marker & 0xf);
  if (marker < 0xa0) return unpackList(from, marker & 0xf);
  if (marker < 0xb0) return unpackMap(from, marker & 0xf);
  if (marker >= 0xf0) return marker - 0x100;
  return marker < 0xd0 ? unpackFixed(from, marker) : unpackLong(from, marker);
}

/** Reads how many values a list has. Errors: LeftToDriver. */
export function unpackListLength(from: ByteReader): number {
  const marker = from.byte();
  return marker >= 0x90 && marker < 0xa0 ? marker & 0xf : unpackLength(from, marker, 0xd4);
}

function unpackFixed(from: ByteReader, marker: number): unknown {
  switch (marker) {
    case 0xc0:
      return null;
    case 0xc1:
      return from.float();
    case 0xc2:
      return false;
    case 0xc3:
      return true;
    case 0xc8:
      return from.whole(1);
    case 0xc9:
      return from.whole(2);
    case 0xca:
      return from.whole(4);
    case 0xcb:
      return from.long();
    default:
      throw new LeftToDriver('answer');
  }
}

/** What has its length behind its marker. */
function unpackLong(from: ByteReader, marker: number): unknown {
  if (marker < 0xd4) return from.text(unpackLength(from, marker, 0xd0));
  if (marker < 0xd8) return unpackList(from, unpackLength(from, marker, 0xd4));
  return unpackMap(from, unpackLength(from, marker, 0xd8));
}

/** `first`: the marker for a length of one byte; the next are for two, and for four. */
function unpackLength(from: ByteReader, marker: number, first: number): number {
  if (marker === first) return from.length(1);
  if (marker === first + 1) return from.length(2);
  if (marker === first + 2) return from.length(4);
  throw new LeftToDriver('answer');
}

function unpackList(from: ByteReader, length: number): unknown[] {
  const list: unknown[] = [];
  for (let place = 0; place < length; place += 1) list.push(unpackValue(from));
  return list;
}

function unpackMap(from: ByteReader, size: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (let place = 0; place < size; place += 1) {
    const marker = from.byte();
    const name = from.name(marker < 0x90 ? marker & 0xf : unpackLength(from, marker, 0xd0));
    setField(map, name, unpackValue(from));
  }
  return map;
}

/** By an assignment, a field of this name would be what the map inherits from. */
function setField(map: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
  else map[name] = value;
}
