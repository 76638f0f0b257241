import { describe, expect, it } from 'vitest';
import { answerKeys } from '../../src/server/answer-key.ts';

const caller = { role: 'reader' } as const;
const keyOf = answerKeys();
const keyOfBody = (body: unknown) =>
  keyOf({
    request: { method: 'POST', headers: {} },
    caller,
    encoding: undefined,
    text: JSON.stringify(body),
    question: () => ({ method: 'POST', search: '', body }),
  });

describe('a question is known again', () => {
  it('whatever the order of its parts, and of none but the same', () => {
    const key = keyOfBody({ query: '{ a }', variables: { one: 1, of: { x: [1, 2], y: null } } });
    expect(keyOfBody({ variables: { of: { y: null, x: [1, 2] }, one: 1 }, query: '{ a }' })).toBe(key);
    expect(keyOfBody({ query: '{ a }', variables: { one: 1, of: { x: [2, 1], y: null } } })).not.toBe(key);
    expect(keyOfBody({ query: '{ a }', variables: { one: 1, of: { x: [1, 2] } } })).not.toBe(key);
  });

  it('but not one that may write', () => {
    expect(keyOfBody({ query: 'mutation { review }' })).toBeUndefined();
  });

  it('nor what is nested beyond measure, nor what says nothing', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const asked = { request: { method: 'POST', headers: {} }, caller, encoding: undefined };
    const body = Array.from({ length: 100_000 }).reduce((inner) => [inner], []);
    expect(keyOf({ ...asked, text: deep, question: () => ({ method: 'POST', search: '', body }) })).toBeUndefined();
    expect(keyOf({ ...asked, text: '', question: () => ({ method: 'POST', search: '', body: undefined }) })).toBeUndefined();
  });
});
