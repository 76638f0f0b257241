import type { ServerResponse } from 'node:http';

/** An answer that is no answer to a question: HTTP status, code and what is wrong. */
export interface HttpFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A request that cannot be read as one. */
export const bad = (status: number, message: string): HttpFault => ({ status, code: 'BAD_REQUEST', message });

/** The body of a fault, in the shape of every GraphQL error. */
export const faultBody = ({ code, message, details }: Omit<HttpFault, 'status'>): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });

/** Sends text with its length, and ends. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Iterable<readonly [string, string]> = [],
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Sends a fault as JSON. */
export const sendFault = (response: ServerResponse, fault: HttpFault, headers?: Iterable<readonly [string, string]>): void =>
  send(response, fault.status, 'application/json; charset=utf-8', faultBody(fault), headers);
