import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Encoding } from './compress-text.ts';
import type { RequestRecord } from './request-record.ts';

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly encoding?: Encoding | undefined;
  /** Whether the same question would be answered the same until the graph changes: not where there were errors. */
  readonly lasts: boolean;
  /** What the log tells of its question. */
  readonly asked?: Pick<RequestRecord, 'operation' | 'fields' | 'codes'>;
}

/** Finds the answer to what a key stands for, or makes it. Shape: what is kept comes at once, where the version need not be waited for. Errors: those of making it. */
export type FindAnswer = (key: string, make: () => Promise<Answer>) => Answer | Promise<Answer>;

/** How an answer was come by: found, waited for while another request made it, or made. */
export const outcomes = ['found', 'shared', 'made'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a store is made of. */
export interface AnswerStoreParts {
  /** Units: bytes, about. */
  readonly size: number;
  /** Moves with whatever an answer may depend on. The same promise, asked for again, is not waited for again. */
  readonly version: () => Promise<string>;
  readonly count: (outcome: Outcome) => void;
}

/** The answers that are kept. */
export interface AnswerStore {
  readonly find: FindAnswer;
  /** How much is kept. Units: bytes, about. */
  readonly fill: () => number;
}

// So that one export does not drive out a thousand pages.
const largestShare = 1 / 16;
const overhead = 500;

/** How long a question waits to hear the version; a database that is later had better be asked by those who have a place. Units: ms. */
const patienceMs = 100;

/** Shape: undefined where it takes too long. */
const soon = <T>(known: Promise<T>): Promise<T | undefined> => Promise.race([known, sleep(patienceMs, undefined, { ref: false })]);

/** Keeps answers for as long as the version stands; of requests that ask the same at once one makes the answer. */
export function answerStore({ size, version, count }: AnswerStoreParts): AnswerStore {
  const kept = new LRUCache<string, Answer>({
    maxSize: size,
    maxEntrySize: size * largestShare,
    sizeCalculation: ({ body }, key) => body.byteLength + 2 * key.length + overhead,
  });
  const making = new Map<string, Promise<Answer>>();
  // What is kept is of this version, which that promise told.
  let standing: string | undefined;
  let heard: Promise<string> | undefined;
  const stand = (now: string | undefined, told?: Promise<string>): string | undefined => {
    if (now !== standing) kept.clear();
    standing = now;
    heard = told;
    return now;
  };
  const stands = (told: Promise<string>) =>
    told.then(
      (now) => stand(now, told),
      // Nothing is known of a database that does not answer.
      () => stand(undefined),
    );
  // Whoever makes it may leave, or fail for a reason of its own; then one of those who waited makes it, and the others wait again.
  const makeOrWait = async (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    for (let other = making.get(key); other; other = making.get(key)) {
      const shared = await other.catch(() => undefined);
      if (shared?.lasts) return counted(shared, 'shared');
    }
    // Nothing is awaited since the last look, or two would make it; and it is off the list before anyone hears of it.
    const made = make().finally(() => making.delete(key));
    making.set(key, made);
    return counted(await made, 'made');
  };
  const findOrMake = async (told: Promise<string>, question: string, make: () => Promise<Answer>): Promise<Answer> => {
    const now = told === heard ? standing : await soon(stands(told));
    if (now === undefined) return counted(await make(), 'made');
    const found = now === standing ? kept.get(question) : undefined;
    if (found) return counted(found, 'found');
    const made = await makeOrWait(`${now}\n${question}`, make);
    if (made.lasts && now === standing) kept.set(question, made);
    return made;
  };
  const find: FindAnswer = (question, make) => {
    const told = version();
    const found = told === heard ? kept.get(question) : undefined;
    return found ? counted(found, 'found') : findOrMake(told, question, make);
  };
  const counted = (answer: Answer, outcome: Outcome): Answer => {
    count(outcome);
    return answer;
  };
  return { find, fill: () => kept.calculatedSize };
}
