import type { IncomingMessage } from 'node:http';
import type { HttpFault } from './send-json.ts';

/** The largest body taken. */
export const largestBody = 256 * 1024;

const bad = (status: number, message: string): HttpFault => ({ status, code: 'BAD_REQUEST', message });

/** Reads a request's body as JSON. Shape: the value, or the fault to answer with. */
export async function readBody(request: IncomingMessage): Promise<{ value: unknown } | { fault: HttpFault }> {
  const fault = checkHeaders(request);
  if (fault) return { fault };
  const bytes = await readBytes(request);
  if (!bytes) return { fault: bad(413, `The body is larger than ${largestBody / 1024} kB.`) };
  return parse(bytes);
}

function checkHeaders({ headers }: IncomingMessage): HttpFault | undefined {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') return bad(415, 'Send the question as JSON, with content-type: application/json.');
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (charset && charset !== 'utf-8' && charset !== 'utf8') return bad(415, 'Send the body in UTF-8.');
  const encoding = headers['content-encoding'];
  if (encoding && encoding !== 'identity') return bad(415, 'Send the body uncompressed.');
  return Number(headers['content-length'] ?? 0) > largestBody ? bad(413, `The body is larger than ${largestBody / 1024} kB.`) : undefined;
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): { value: unknown } | { fault: HttpFault } {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { fault: bad(400, error instanceof SyntaxError ? 'The body is no valid JSON.' : 'The body is no valid UTF-8.') };
  }
}
