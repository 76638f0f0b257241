import { type DocumentNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { type DocumentStore, documentStore } from '../../src/server/document-store.ts';

const text = '{ people(first: 1) { totalCount } }';

/** As the executor and the guard do with a question that passes. */
async function ask(store: DocumentStore, key: string): Promise<DocumentNode> {
  const document = parse(text);
  await store.set(key, document);
  store.keep(document);
  return document;
}

it('keeps a question when it is asked again', async () => {
  const store = documentStore(text.length);
  await ask(store, 'a');
  expect(await store.get('a')).toBeUndefined();
  const again = await ask(store, 'a');
  expect(await store.get('a')).toBe(again);
});

it('keeps no question that nobody passed, however often it is asked', async () => {
  const store = documentStore(text.length);
  for (let times = 0; times < 3; times += 1) await store.set('a', parse(text));
  store.keep(parse(text));
  expect(await store.get('a')).toBeUndefined();
});

it('keeps the questions asked last, as many as their texts may be long together', async () => {
  const store = documentStore(3 * text.length);
  for (const key of ['a', 'b', 'c', 'd', 'a', 'b', 'c']) await ask(store, key);
  await store.get('a');
  await ask(store, 'd');
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map(async (key) => (await store.get(key)) !== undefined));
  expect(kept).toEqual([true, false, true, true]);
});
