const chunkSize = 0xffff;
const lengthBytes = 2;

/** Cuts messages into chunks, each behind its length, with one of no length at the end of each message. Shape: one piece, to be sent at once. */
export function frameMessages(...messages: readonly Uint8Array[]): Buffer {
  const framed = Buffer.allocUnsafe(messages.reduce((size, { length }) => size + framedSize(length), 0));
  let end = 0;
  for (const message of messages) {
    for (let at = 0; at < message.length; at += chunkSize) {
      const chunk = at === 0 && message.length <= chunkSize ? message : message.subarray(at, at + chunkSize);
      end = framed.writeUInt16BE(chunk.length, end);
      framed.set(chunk, end);
      end += chunk.length;
    }
    end = framed.writeUInt16BE(0, end);
  }
  return framed;
}

const framedSize = (length: number): number => length + lengthBytes * (Math.ceil(length / chunkSize) + 1);
