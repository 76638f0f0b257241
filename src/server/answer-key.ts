import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../domain/access.ts';
import { canonicalJson } from '../domain/ids.ts';
import type { Sent } from './put-in-text.ts';

/** A question that may have been answered already. */
export interface Repeatable {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>;
  readonly caller: Caller;
  readonly encoding: string | undefined;
  /** How it was written; the same text is the same question. */
  readonly text: string;
  readonly question: () => Sent;
}

/**
 * Tells what an answer depends on besides the graph: the question with its variables, the role of whoever asks, and how it is to be sent.
 * Shape: undefined for what is never kept: what may write, what another site's page could have sent, what is nested beyond measure.
 */
export type AnswerKey = (asked: Repeatable) => string | undefined;

/** Of all texts that are known, and of one of them; what is added stands for the memory that even the shortest takes. Units: characters. */
const most = 1024 * 1024;
const longest = 8 * 1024;
const overhead = 200;

/** Makes the teller of keys, which takes a text apart when it first sees it. */
export function answerKeys(): AnswerKey {
  const known = new LRUCache<string, string>({
    maxSize: most,
    maxEntrySize: longest,
    sizeCalculation: (sorted, text) => sorted.length + text.length + overhead,
  });
  const read = (text: string, question: () => Sent): string | undefined => {
    const sorted = sortedText(question());
    if (sorted !== undefined) known.set(text, sorted);
    return sorted;
  };
  return ({ request: { method = '', headers }, caller: { role }, encoding = '', text, question }) => {
    if (method === 'GET' && !isPreflighted(headers)) return undefined;
    // No text of a POST is one of a GET: JSON does not begin with a question mark.
    const sorted = known.get(text) ?? read(text, question);
    return sorted === undefined ? undefined : [role, headers.accept ?? '', encoding, method, sorted].join('\n');
  };
}

/** The order of keys makes no difference. Shape: undefined for what is never kept. */
function sortedText({ method, search, body }: Sent): string | undefined {
  try {
    const text = method === 'GET' ? search : canonicalJson(body);
    return mayWrite.test(text) ? undefined : text;
  } catch (error) {
    // Nested too deep to be written, which the guard refuses.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

// A question that merely holds the word is answered as ever.
const mayWrite = /mutation/i;

/** The executor lets by what a script sent; what it would refuse must not be found here. A POST comes this far as JSON only. */
const isPreflighted = (headers: IncomingMessage['headers']): boolean =>
  headers['content-type'] === undefined && !!headers['apollo-require-preflight'];
