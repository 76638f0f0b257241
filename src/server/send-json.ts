import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../domain/errors.ts';
import { statusOf } from './error-table.ts';

/** An answer that is no answer to a question: what is wrong, by its code. */
export interface HttpFault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where HTTP knows better than the code. */
  readonly status?: number;
}

/** A request that cannot be read as one. */
export const bad = (message: string, more: Pick<HttpFault, 'status' | 'details'> = {}): HttpFault => ({
  code: 'BAD_REQUEST',
  message,
  ...more,
});

/** A fault in the shape of every GraphQL error. */
export const errorOf = ({ code, message, details }: HttpFault) => ({ message, extensions: { code, ...details } });

/** The body of an answer that is one fault. */
export const faultBody = (fault: HttpFault): string => JSON.stringify({ errors: [errorOf(fault)] });

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
  send(response, fault.status ?? statusOf(fault.code), 'application/json; charset=utf-8', faultBody(fault), headers);
