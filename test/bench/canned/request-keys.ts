import type { BoltMessage } from '../../support/bolt-messages.ts';

/** What was answered to each request, by the request's key. */
export type Answers = Map<string, Buffer>;

/** The key of a handshake, which is the first request of a connection: the driver proposes other versions than our own reader. */
export const handshakeKey = (bytes: Buffer): string => `handshake ${bytes.toString('hex')}`;

/** Names the requests of one connection so that equal ones are named alike. Shape: undefined for what has no answer. */
export function requestKeys(): (message: BoltMessage) => string | undefined {
  let statement = '';
  return ({ name, bytes }) => {
    if (name === undefined) return bytes.length === 20 ? handshakeKey(bytes) : undefined;
    if (name === 'GOODBYE') return undefined;
    if (name === 'RUN') {
      // What is left of a question's time is another each time.
      statement = contentOf(bytes).replace(/\x8atx_timeout(?:\xc8.|\xc9..|\xca.{4}|\xcb.{8}|.)/s, '');
      return statement;
    }
    // Rows are of the statement before; the other requests are answered alike, whatever is in them.
    return name === 'PULL' || name === 'DISCARD' ? `${contentOf(bytes)} of ${statement}` : name === 'OTHER' ? contentOf(bytes) : name;
  };
}

/** A message without the lengths of its chunks, a character for each byte. */
function contentOf(bytes: Buffer): string {
  let content = '';
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + bytes.readUInt16BE(at);
    content += bytes.toString('latin1', at + 2, end);
    at = end;
  }
  return content;
}
