/** Names of properties come again in every row. A power of two. */
const places = 1024;
const longest = 32;

const known: ({ readonly bytes: Buffer; readonly name: string } | undefined)[] = Array.from({ length: places });

/** The name that stands at these bytes; decoded only where another stood last at its place in the table. */
export function knownName(bytes: Buffer, from: number, length: number): string {
  if (length > longest) return bytes.toString('utf8', from, from + length);
  let hash = length;
  for (let at = from; at < from + length; at += 1) hash = (hash * 31 + (bytes[at] as number)) | 0;
  const place = hash & (places - 1);
  const last = known[place];
  if (last && isAt(last.bytes, bytes, from, length)) return last.name;
  const name = bytes.toString('utf8', from, from + length);
  known[place] = { bytes: Buffer.from(bytes.subarray(from, from + length)), name };
  return name;
}

function isAt(name: Buffer, bytes: Buffer, from: number, length: number): boolean {
  if (name.length !== length) return false;
  for (let place = 0; place < length; place += 1) if (name[place] !== bytes[from + place]) return false;
  return true;
}
