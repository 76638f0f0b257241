import { expect } from 'vitest';
import { findLeaks } from './find-leaks.ts';
import { noteSafety } from './note-safety.ts';

/** How a served graph answered an attack. Units: ms. */
export interface AttackAnswer {
  readonly status: number;
  readonly code?: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
  readonly body: any;
  readonly text: string;
  readonly ms: number;
}

/** Posts what an attacker would; its errors must tell nothing of our inside. A body that is no text is sent as JSON. */
export async function attack({ url }: { url: string }, question: object | string): Promise<AttackAnswer> {
  const body = typeof question === 'string' ? question : JSON.stringify(question);
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  const ms = performance.now() - begun;
  const answer = JSON.parse(text);
  expect(findLeaks(JSON.stringify(answer.errors ?? []))).toEqual([]);
  return { status: response.status, code: answer.errors?.[0].extensions.code, body: answer, text, ms };
}

/** The same, noted under its row. Shape: status and code. */
export async function attackAs(id: string, served: { url: string }, question: object | string): Promise<[number, string | undefined]> {
  const { status, code, ms } = await attack(served, question);
  noteSafety(id, { status, code, ms });
  return [status, code];
}
