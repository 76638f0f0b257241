import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { documentStore } from '../../src/server/document-store.ts';

const text = '{ people(first: 1) { totalCount } }';

it('keeps a question when it is asked again', async () => {
  const store = documentStore(text.length);
  await store.set('a', parse(text));
  expect(await store.get('a')).toBeUndefined();
  const again = parse(text);
  await store.set('a', again);
  expect(await store.get('a')).toBe(again);
});

it('keeps the questions asked last, as many as their texts may be long together', async () => {
  const store = documentStore(3 * text.length);
  for (const key of ['a', 'b', 'c', 'd', 'a', 'b', 'c']) await store.set(key, parse(text));
  await store.get('a');
  await store.set('d', parse(text));
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await store.get(key)) !== undefined));
  expect(kept).toEqual([true, false, true, true]);
});
