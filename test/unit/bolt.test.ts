import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../src/database/bolt/byte-reader.ts';
import { ByteWriter } from '../../src/database/bolt/byte-writer.ts';
import { cutMessages } from '../../src/database/bolt/cut-messages.ts';
import { frameMessages } from '../../src/database/bolt/frame-messages.ts';
import { knownName } from '../../src/database/bolt/known-name.ts';
import { LeftToDriver } from '../../src/database/bolt/left-to-driver.ts';
import { packValue } from '../../src/database/bolt/pack-value.ts';
import { packText, runReads } from '../../src/database/bolt/requests.ts';
import { unpackValue } from '../../src/database/bolt/unpack-value.ts';

const writer = new ByteWriter();
const reader = new ByteReader();

function pack(value: unknown): Buffer {
  writer.begin();
  packValue(writer, value);
  return Buffer.from(writer.written());
}

function unpack(bytes: Buffer): unknown {
  reader.begin(bytes, 0);
  return unpackValue(reader);
}

/** What the messages say that come out when bytes arrive in these pieces, each of which is overwritten when it is taken. */
function cutPieces(pieces: Iterable<Buffer>): unknown[] {
  const messages: unknown[] = [];
  const cut = cutMessages((bytes, at) => {
    reader.begin(bytes, at);
    messages.push(unpackValue(reader));
  });
  for (const piece of pieces) {
    const passing = Buffer.from(piece);
    cut(passing);
    passing.fill(0xff);
  }
  return messages;
}

function* inPieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('values', () => {
  it.each([
    [
      'a whole number in the fewest bytes',
      [0, 127, 128, -16, -17, -128, -129, 32_768, 2 ** 31],
      '99007fc90080f0c8efc880c9ff7fca00008000cb0000000080000000',
    ],
    ['a float', 1.5, 'c13ff8000000000000'],
    ['a text of one letter of four bytes', '𠮷', '84f0a0aeb7'],
    ['a text of 16 bytes', 'x'.repeat(16), `d010${'78'.repeat(16)}`],
    ['a map, without what has no value', { a: null, b: undefined, c: true }, 'a28161c08163c3'],
    ['what has no value in a list', [undefined, false], '92c0c2'],
  ])('packs %s', (_what, value, hex) => {
    expect(pack(value).toString('hex')).toBe(hex);
  });

  it('come back as they were, however deep', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        // An integer has no sign at zero.
        fc.pre(!/minus zero/.test(JSON.stringify(one, (_name, part) => (Object.is(part, -0) ? 'minus zero' : part))));
        expect(unpack(pack(one))).toEqual(one);
      }),
    );
  });

  it.each([14, 15, 16, 17, 255, 256, 65_535, 65_536])('of %i parts or letters come back whole', (length) => {
    const list = Array.from({ length }, (_, place) => place);
    const map = Object.fromEntries(list.map((place) => [`name ${place}`, place]));
    for (const value of ['x'.repeat(length), '樊'.repeat(length), list, map]) expect(unpack(pack(value))).toEqual(value);
  });

  it.each([
    ['a date', new Date()],
    ['a long integer', 1n],
    ['bytes', new Int8Array(3)],
    ['one in a list in a map', { list: [new Date()] }],
  ])('of no kind of its own are left to the driver: %s', (_what, value) => {
    expect(() => pack(value)).toThrow(LeftToDriver);
    expect(unpack(pack('the next'))).toBe('the next');
  });

  it.each([
    ['a date', 'b144c9ffff'],
    ['bytes', 'cc0100'],
    ['a node in a list', '91b34e0190a0'],
  ])('of no kind of JavaScript are left to the driver: %s', (_what, hex) => {
    expect(() => unpack(Buffer.from(hex, 'hex'))).toThrow(LeftToDriver);
  });

  it('beyond the safe integers are infinite, as the driver has them', () => {
    const integer = (value: bigint) => {
      const bytes = Buffer.of(0xcb, 0, 0, 0, 0, 0, 0, 0, 0);
      bytes.writeBigInt64BE(value, 1);
      return unpack(bytes);
    };
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect([most, -most, most + 1n, -most - 1n, 2n ** 63n - 1n, -(2n ** 63n)].map(integer)).toEqual([
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      Infinity,
      -Infinity,
      Infinity,
      -Infinity,
    ]);
  });

  it('are named right, though many names share a place in the table', () => {
    const names = Array.from({ length: 5000 }, (_, number) => `name${number}`);
    for (const name of [...names, ...names]) expect(knownName(Buffer.from(name), 0, name.length)).toBe(name);
  });
});

describe('messages', () => {
  const short = 'a short one';
  const long = 'x'.repeat(200_000);
  // With the three bytes that tell its length.
  const ofOneChunk = 'x'.repeat(0xffff - 3);
  const frame = (...values: readonly unknown[]) => frameMessages(...values.map(pack));
  const signOfLife = Buffer.of(0, 0);

  it('are sent behind the length of each chunk', () => {
    const framed = frame(short, long);
    expect(framed.subarray(0, 16).toString('hex')).toBe(`000c${pack(short).toString('hex')}0000`);
    expect([16, 16 + 2 + 0xffff].map((at) => framed.readUInt16BE(at))).toEqual([0xffff, 0xffff]);
    expect(framed.length).toBe(16 + pack(long).length + 4 * 2 + 2);
  });

  it.each([1, 2, 3, 7, 100, 65_536])('come out whole when they arrive %i bytes at a time, with signs of life between them', (size) => {
    const bytes = Buffer.concat([signOfLife, frame(short, short), signOfLife, signOfLife, frame(long, ofOneChunk, short), signOfLife]);
    expect(cutPieces(inPieces(bytes, size))).toEqual([short, short, long, ofOneChunk, short]);
  });

  it('come out whole wherever the bytes are parted', () => {
    const bytes = Buffer.concat([frame(short), signOfLife, frame(['another', 1])]);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(cutPieces([bytes.subarray(0, at), bytes.subarray(at)])).toEqual([short, ['another', 1]]);
  });

  it('that run a statement say that it reads, where, and for how long at most', () => {
    const said: unknown[][] = [];
    const cut = cutMessages((bytes, at) => {
      const fields = (bytes[at] as number) & 0xf;
      // Behind the signature.
      reader.begin(bytes, at + 2);
      said.push([bytes[at + 1], ...Array.from({ length: fields }, () => unpackValue(reader))]);
    });
    const run = runReads('neo4j');
    cut(run(packText('RETURN $x'), { x: 1 }, 1234.5));
    expect(said).toEqual([
      [0x10, 'RETURN $x', { x: 1 }, { mode: 'r', db: 'neo4j', tx_timeout: 1235 }],
      [0x3f, { n: -1 }],
    ]);
    for (const wrong of [-1, Number.NaN, Infinity]) expect(() => run(packText('RETURN 1'), {}, wrong)).toThrow(LeftToDriver);
  });
});
