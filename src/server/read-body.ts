import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { GraphError } from '../domain/errors.ts';
import { describeExcess, type Excess } from '../domain/limits.ts';
import { bad, type HttpFault } from './send-json.ts';

/** Types that a form of any page can send without asking the browser first; a Blob of such a page has none. */
const formTypes = new Set(['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Reads the body of a request whose headers say that it is JSON, up to so many bytes. Shape: its text, or the fault to answer with. Errors: any, when the client leaves. */
export async function readBody(request: IncomingMessage, most: number): Promise<{ text: string } | { fault: HttpFault }> {
  const fault = checkHeaders(request, most);
  if (fault) return { fault };
  const bytes = await readBytes(request, most);
  if (!bytes) return { fault: tooLarge({ allowed: most }) };
  return isUtf8(bytes) ? { text: utf8.decode(bytes) } : { fault: bad('The body is no valid UTF-8.') };
}

/** What was asked is known only where its length was said. */
function tooLarge(size: Omit<Excess, 'name'>): HttpFault {
  const limit = { name: 'bytes of the body', ...size };
  return bad(describeExcess(limit, 'Ask a shorter question, or in several requests.'), { status: 413, details: { limit } });
}

function checkHeaders({ headers }: IncomingMessage, most: number): HttpFault | undefined {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length = 0 } = headers;
  const fault = type === 'application/json' ? undefined : checkType(type);
  if (fault) return fault;
  if (encoding && encoding !== 'identity') return bad('Send the body uncompressed.', { status: 415 });
  return Number(length) > most ? tooLarge({ asked: Number(length), allowed: most }) : undefined;
}

function checkType(sent = ''): HttpFault | undefined {
  const [type = '', ...parameters] = sent
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json')
    return bad('Send the question as JSON, with content-type: application/json.', { status: formTypes.has(type) ? 400 : 415 });
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  return charset && charset !== 'utf-8' && charset !== 'utf8' ? bad('Send the body in UTF-8.', { status: 415 }) : undefined;
}

/** Shape: undefined when there are too many. The rest is let go by unread, so that the client still hears the refusal. */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
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
