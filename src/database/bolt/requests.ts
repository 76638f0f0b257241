import { ByteWriter } from './byte-writer.ts';
import { frameMessages } from './frame-messages.ts';
import { LeftToDriver } from './left-to-driver.ts';
import { packMap, packValue } from './pack-value.ts';

/** How to be let in. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

const product = 'oncology-knowledge-graph';
const writer = new ByteWriter();

/** What opens a connection: a sign that it is Bolt, and that we speak its versions 5.4 and 5.3. */
export const handshake = Buffer.from(`6060b017${'00010405'}${'00000000'.repeat(3)}`, 'hex');

/** Says who asks, and asks to be let in. Of remarks on our statements nobody would read any. */
export const greet = ({ username, password }: Login): Buffer =>
  frameMessages(
    message(0x01, { user_agent: product, bolt_agent: { product }, notifications_minimum_severity: 'OFF' }),
    message(0x6a, { scheme: 'basic', principal: username, credentials: password }),
  );

export const reset = frameMessages(message(0x0f));
export const goodbye = frameMessages(message(0x02));

/** A text as it goes into each message that runs it. */
export function packText(text: string): Buffer {
  writer.begin();
  packValue(writer, text);
  return Buffer.from(writer.written());
}

/**
 * Makes what runs a statement that reads, and asks for all of its answer.
 * Errors: LeftToDriver for a parameter, or a time, that only the driver can send or refuse.
 */
export function runReads(database: string): (text: Buffer, params: Record<string, unknown>, timeoutMs: number) => Buffer {
  // A map of three, of which the last value is another each time.
  const settings = Buffer.concat([Buffer.of(0xa3), ...['mode', 'r', 'db', database, 'tx_timeout'].map(packText)]);
  return (text, params, timeoutMs) => {
    const timeout = Math.ceil(timeoutMs);
    if (!Number.isSafeInteger(timeout) || timeout < 0) throw new LeftToDriver('parameter');
    beginMessage(0x10, 3);
    writer.all(text);
    packMap(writer, params);
    writer.all(settings);
    packValue(writer, timeout);
    return frameMessages(writer.written(), pullAll);
  };
}

const pullAll = message(0x3f, { n: -1 });

function message(signature: number, ...fields: readonly Record<string, unknown>[]): Buffer {
  beginMessage(signature, fields.length);
  for (const field of fields) packMap(writer, field);
  return Buffer.from(writer.written());
}

/** A message is a structure: the marker with the number of its fields, its signature, and the fields. */
function beginMessage(signature: number, fields: number): void {
  writer.begin();
  writer.byte(0xb0 | fields);
  writer.byte(signature);
}
