const names: Readonly<Record<number, string>> = {
  1: 'HELLO',
  2: 'GOODBYE',
  15: 'RESET',
  16: 'RUN',
  17: 'BEGIN',
  18: 'COMMIT',
  19: 'ROLLBACK',
  47: 'DISCARD',
  63: 'PULL',
  84: 'TELEMETRY',
  106: 'LOGON',
};

const record = 113;

/** One message of a client, with all its bytes; the handshake has no name. */
export interface BoltMessage {
  readonly bytes: Buffer;
  readonly name?: string;
}

/**
 * Cuts what a client sends on one connection into Bolt messages, however the bytes arrive.
 * `manifest`: whether the server answered the handshake with a list, of which the client then chooses.
 */
export function boltMessages(manifest: () => boolean): (bytes: Buffer) => BoltMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  let greetings = 0;
  const take = (length: number, name?: string): BoltMessage => {
    const bytes = rest.subarray(0, length);
    rest = rest.subarray(length);
    return { bytes, name };
  };
  const greeting = () => {
    const length = [20, manifest() ? 5 : 0][greetings] ?? 0;
    if (length === 0 || rest.length < length) return undefined;
    greetings += 1;
    return take(length);
  };
  const message = () => {
    const length = greetings > 0 ? messageLength(rest) : 0;
    return length === 0 || rest.length < length ? undefined : take(length, names[signatureOf(rest)] ?? 'OTHER');
  };
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const found: BoltMessage[] = [];
    for (let next = greeting() ?? message(); next; next = greeting() ?? message()) found.push(next);
    return found;
  };
}

/** Cuts what a server sends after the handshake into messages. Shape: of each, its bytes, and whether it is the last that answers a request. */
export function boltAnswers(): (bytes: Buffer) => { readonly bytes: Buffer; readonly last: boolean }[] {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const found: { bytes: Buffer; last: boolean }[] = [];
    for (let length = messageLength(rest); length > 0; length = messageLength(rest)) {
      found.push({ bytes: rest.subarray(0, length), last: signatureOf(rest) !== record });
      rest = rest.subarray(length);
    }
    return found;
  };
}

/** A message is chunks of a length each, up to one of no length; alone, that is a sign of life. Shape: 0 while its end is not there. */
function messageLength(bytes: Buffer): number {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const size = bytes.readUInt16BE(at);
    at += 2 + size;
    if (size === 0 && at > 2) return at;
  }
  return 0;
}

/** Behind the length of the first chunk stands the marker of a structure, then what it is. */
function signatureOf(bytes: Buffer): number {
  let at = 0;
  while (bytes.readUInt16BE(at) === 0) at += 2;
  return bytes.readUInt8(at + 3);
}
