import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphError } from '../domain/errors.ts';
import { bad, type HttpFault } from './send-json.ts';

/** The largest body taken. */
const largestBody = 256 * 1024;

/** Types that a form of any page can send without asking the browser first; a Blob of such a page has none. */
const formTypes = new Set(['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Reads the body of a request whose headers say that it is JSON. Shape: its text, or the fault to answer with. Errors: any, when the client leaves. */
export async function readBody(request: IncomingMessage): Promise<{ text: string } | { fault: HttpFault }> {
  const fault = checkHeaders(request);
  if (fault) return { fault };
  const bytes = await readBytes(request);
  if (!bytes) return { fault: tooLarge };
  return isUtf8(bytes) ? { text: utf8.decode(bytes) } : { fault: bad(400, 'The body is no valid UTF-8.') };
}

const tooLarge = bad(413, `The body is larger than ${largestBody / 1024} kB.`);

function checkHeaders({ headers }: IncomingMessage): HttpFault | undefined {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length = 0 } = headers;
  const fault = type === 'application/json' ? undefined : checkType(type);
  if (fault) return fault;
  if (encoding && encoding !== 'identity') return bad(415, 'Send the body uncompressed.');
  return Number(length) > largestBody ? tooLarge : undefined;
}

function checkType(sent = ''): HttpFault | undefined {
  const [type = '', ...parameters] = sent
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json')
    return bad(formTypes.has(type) ? 400 : 415, 'Send the question as JSON, with content-type: application/json.');
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  return charset && charset !== 'utf-8' && charset !== 'utf8' ? bad(415, 'Send the body in UTF-8.') : undefined;
}

/** Shape: undefined when there are too many. The rest is let go by unread, so that the client still hears the refusal. */
function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) return void chunks.push(chunk);
      chunks = [];
      resolve(undefined);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    // Without a listener for errors the end of a connection is said by this alone.
    const close = (): void => {
      // A trace is made only for those who did leave: it costs a tenth of a short answer.
      if (!request.readableEnded) reject(new Error('the client left'));
    };
    // Whoever left while the token was verified is not told of again, and what had come of the body is gone.
    if (request.destroyed) close();
    else request.on('close', close);
  });
}

// As ever: a mark of the byte order is no part of the text.
const utf8 = new TextDecoder();

/** Reads a text as JSON. Errors: BAD_REQUEST. */
export function parseBody(text: string): unknown {
  const value = parse(text);
  if (text.includes('\\u') && !isWellFormed(value)) throw badBody('The body holds half a character (a lone surrogate).');
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody('The body is no valid JSON.');
  }
}

const badBody = (message: string): GraphError => new GraphError('BAD_REQUEST', message);

/** Half a character, which UTF-8 cannot hold and JSON can escape, would be sent on as U+FFFD. */
function isWellFormed(value: unknown): boolean {
  const rest = [value];
  while (rest.length > 0) {
    const item = rest.pop();
    if (typeof item === 'string' && loneSurrogate.test(item)) return false;
    if (typeof item === 'object' && item !== null) rest.push(...Object.keys(item), ...Object.values(item));
  }
  return true;
}

const loneSurrogate = /\p{Surrogate}/u;
