/** Takes a message, which begins at this place and is gone afterwards. */
type Take = (bytes: Buffer, at: number) => void;

/** Puts messages together from their chunks, however the bytes arrive; they may be overwritten afterwards. */
export function cutMessages(take: Take): (bytes: Buffer) => void {
  // What is there of the message that is not whole, and how much of its last chunk is to come.
  let parts: Buffer[] = [];
  let missing = 0;
  let firstOfLength: number | undefined;

  const end = () => {
    const [first] = parts;
    // Alone, an end is a sign of life.
    if (first) take(parts.length === 1 ? first : Buffer.concat(parts), 0);
    parts = [];
  };
  const readLength = (bytes: Buffer, at: number): number => {
    if (firstOfLength === undefined && at + 1 === bytes.length) {
      firstOfLength = bytes[at];
      return at + 1;
    }
    const first = firstOfLength ?? (bytes[at++] as number);
    firstOfLength = undefined;
    missing = first * 0x100 + (bytes[at] as number);
    if (missing === 0) end();
    return at + 1;
  };
  const keep = (bytes: Buffer, at: number): number => {
    const part = bytes.subarray(at, at + missing);
    parts.push(Buffer.from(part));
    missing -= part.length;
    return at + part.length;
  };
  /** Nearly all messages are one chunk and arrive whole: these need not be copied. Shape: where the next begins, or here. */
  const takeWhole = (bytes: Buffer, at: number): number => {
    if (parts.length > 0 || firstOfLength !== undefined || at + 2 > bytes.length) return at;
    const ends = at + 2 + bytes.readUInt16BE(at);
    if (ends === at + 2 || ends + 2 > bytes.length || bytes.readUInt16BE(ends) !== 0) return at;
    take(bytes, at + 2);
    return ends + 2;
  };
  return (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      const next = missing > 0 ? at : takeWhole(bytes, at);
      at = next > at ? next : missing > 0 ? keep(bytes, at) : readLength(bytes, at);
    }
  };
}
