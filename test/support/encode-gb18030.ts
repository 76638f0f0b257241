/** Writes a text in GB18030; without characters of four bytes that is GBK. Node itself only reads it. */
export function encodeGb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap(encode));
}

function encode(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  // Beyond the first plane the four bytes simply count on.
  return code >= 0x10000 ? fourBytes(code - 0x10000 + 189_000) : (firstPlane.get(character) ?? [0x3f]);
}

const fourBytes = (place: number): number[] => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10),
];

const firstPlane = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let place = 0; place < 39_420; place += 1) firstPlane.set(decoder.decode(Uint8Array.from(fourBytes(place))), fourBytes(place));
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1)
    if (trail !== 0x7f) firstPlane.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
