import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { sha256Of } from '../../src/documents/read-lines.ts';
import { audiences, roles } from '../../src/domain/access.ts';
import { askOverHttp, bearer } from '../support/ask-over-http.ts';
import { testDatabase } from '../support/embedded-server.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const copy = 'The forum opened.\nShan Xiaoyue presided.\n'.repeat(6);
const person = 'person:shan-xiaoyue';
const passages = `{ person(id: "${person}") { name facts(first: 3) { edges { node { evidence { passage } } } } } }`;
const questions = [
  `{ person(id: "${person}") { nameEn } }`,
  `{ event(id: "event:spring-forum") { name date { text } } }`,
  '{ people(first: 5) { totalCount edges { node { nameEn } } } }',
  passages,
];

let database: Database;
let keeping: ServedGraph;
let forgetting: ServedGraph;
/** The same in a private graph. */
let closed: Record<'keeping' | 'forgetting', ServedGraph>;
let documents: string;
const callers = new Map<string, Record<string, string>>([['anyone', {}]]);

const rename = (nameEn: string) =>
  database.write((tx) => tx.run('MATCH (p:Person {id: $person}) SET p.nameEn = $nameEn', { person, nameEn }));

beforeAll(async () => {
  database = await seededGraph([testFile('spring-forum.yaml')]);
  documents = mkdtempSync(join(tmpdir(), 'documents-'));
  await database.write((tx) => tx.run('MATCH (s:Source) SET s.sha256 = $sha256', { sha256: sha256Of(Buffer.from(copy)) }));
  const settings = { ...jwtSettings, GRAPH_PASSAGES_FOR: 'curator', GRAPH_DOCUMENTS_DIR: documents };
  keeping = await serveGraph(database, { ...settings, GRAPH_ANSWER_STORE_MB: '32' });
  forgetting = await serveGraph(database, { ...settings, GRAPH_ANSWER_STORE_MB: '0' });
  const hidden = { ...settings, GRAPH_ACCESS: 'private' };
  closed = {
    keeping: await serveGraph(database, { ...hidden, GRAPH_ANSWER_STORE_MB: '32' }),
    forgetting: await serveGraph(database, { ...hidden, GRAPH_ANSWER_STORE_MB: '0' }),
  };
  for (const role of roles) callers.set(role, bearer(await tokenOf(role)));
});

afterAll(async () => {
  await Promise.all([keeping, forgetting, closed?.keeping, closed?.forgetting].map((served) => served?.stop()));
  await database?.close();
  rmSync(documents, { recursive: true, force: true });
});

const ask = async (query: string, role = 'anyone', served = keeping) => askOverHttp(served.url, query, callers.get(role));

const metrics = async () => (await fetch(`${keeping.url}/metrics`)).text();

/** How often each way to come by an answer was taken. */
async function outcomes(): Promise<Record<string, number>> {
  const text = await metrics();
  return Object.fromEntries(
    [...text.matchAll(/^graph_answers_total\{outcome="(\w+)"\} (\d+)$/gm)].map(([, how = '', n]) => [how, Number(n)]),
  );
}

async function countOf(how: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await outcomes())[how] ?? 0;
  await work();
  return ((await outcomes())[how] ?? 0) - before;
}

describe('an answer is kept', () => {
  it('and given again, byte for byte, to whoever asks the same', async () => {
    const first = await ask(questions[1] as string);
    const again = await countOf('found', async () => expect((await ask(questions[1] as string)).text).toBe(first.text));
    expect(again).toBe(1);
    expect(first.text).toBe((await ask(questions[1] as string, 'anyone', forgetting)).text);
  });

  it('whatever the order of its variables, and not for other values', async () => {
    const query = 'query Two($first: Int, $after: String) { people(first: $first, after: $after) { totalCount } }';
    const send = (variables: object) =>
      fetch(`${keeping.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
    await send({ first: 1, after: null });
    expect(await countOf('found', () => send({ after: null, first: 1 }))).toBe(1);
    expect(await countOf('made', () => send({ after: null, first: 2 }))).toBe(1);
  });

  it('in each packing, unpacking to the same', async () => {
    const query = '{ __schema { types { name description fields { name description } } } }';
    const unpacked = [];
    for (const encoding of ['identity', 'gzip', 'br', 'gzip', 'br']) {
      const answer = await askOverHttp(keeping.url, query, { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
      unpacked.push(answer.text);
    }
    expect(new Set(unpacked).size).toBe(1);
  });

  it('once for all who ask at the same time', async () => {
    const query = '{ people(first: 7) { totalCount edges { node { facts(first: 9) { totalCount } } } } }';
    const made = await countOf('made', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(query)));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    });
    expect(made).toBe(1);
  });

  it('and the log tells what was asked all the same, and the counters that it was', async () => {
    const countOk = async () => Number(/^graph_questions_total\{code="OK"\} (\d+)$/m.exec(await metrics())?.[1]);
    const before = await countOk();
    await ask(questions[0] as string);
    await ask(questions[0] as string);
    expect(await countOk()).toBe(before + 2);
    const lines = keeping.logged.filter((line) => line.includes('"fields":["person"]')).slice(-2);
    expect(lines.map((line) => JSON.parse(line).operation)).toEqual(['query', 'query']);
  });
});

describe('an answer is not kept', () => {
  it('where a part of it failed', async () => {
    const query = '{ participation(participantId: "person:nobody", eventId: "event:spring-forum") { answer } }';
    await ask(query);
    expect(await countOf('found', () => ask(query))).toBe(0);
  });

  it('beyond a write of our own', async () => {
    for (const nameEn of ['First', 'Second', 'Third']) {
      await rename(nameEn);
      expect((await ask(questions[0] as string)).body.data.person.nameEn).toBe(nameEn);
    }
  });

  it('for longer than a second beyond a write of another program', async () => {
    await ask(questions[0] as string);
    const other = testDatabase();
    await other.write((tx) => tx.run("MATCH (p:Person {id: $person}) SET p.nameEn = 'Foreign'", { person }));
    await other.close();
    await sleep(1000);
    expect((await ask(questions[0] as string)).body.data.person.nameEn).toBe('Foreign');
  });

  it('beyond a change among the copies of documents', async () => {
    const passageOf = async () => (await ask(passages, 'curator')).body.data.person.facts.edges[0].node.evidence[0].passage;
    expect(await passageOf()).toBeNull();
    writeFileSync(join(documents, 'spring-forum.txt'), copy);
    await expect.poll(passageOf, { timeout: 5000 }).toContain('presided');
  });
});

describe('over GET an answer', () => {
  const url = () => `${keeping.url}/graphql?${new URLSearchParams({ query: questions[1] as string })}`;
  const get = (headers: Record<string, string>) => fetch(url(), { headers });

  it('bears a tag, by which its reader hears that it still holds', async () => {
    const first = await get({ 'apollo-require-preflight': '1' });
    const etag = first.headers.get('etag') as string;
    const again = await get({ 'apollo-require-preflight': '1', 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is refused to a page of another site, kept or not', async () => {
    await get({ 'apollo-require-preflight': '1' });
    expect((await get({})).status).toBe(400);
    expect((await get({ 'apollo-require-preflight': '' })).status).toBe(400);
  });
});

it('whatever is asked by whom, of an open or a private graph, and written in between, what is kept says what is', async () => {
  const accesses = ['open', 'private'];
  const asked = { query: fc.constantFrom(...questions), role: fc.constantFrom(...audiences), access: fc.constantFrom(...accesses) };
  const each = questions.flatMap((query) => accesses.flatMap((access) => audiences.map((role) => ({ query, role, access }))));
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record(asked) },
    { weight: 1, arbitrary: fc.record({ nameEn: fc.constantFrom('Ann', 'Ben', 'Cid') }) },
  );
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
      for (const one of steps) {
        if ('nameEn' in one) await rename(one.nameEn);
        else {
          const [kept, anew] = one.access === 'open' ? [keeping, forgetting] : [closed.keeping, closed.forgetting];
          const found = await ask(one.query, one.role, kept);
          const { status, text } = await ask(one.query, one.role, anew);
          expect([found.status, found.text]).toEqual([status, text]);
          met.add(`${one.access} ${one.role} ${found.status} ${found.text.includes('presided')}`);
        }
      }
    }),
    { numRuns: 30, examples: [[each]] },
  );
  // All of it was met: passages for curators and admins alone, and strangers refused by the private graph.
  const due = audiences.flatMap((role) =>
    accesses.flatMap((access) => {
      if (role === 'anyone' && access === 'private') return [`${access} ${role} 401 false`];
      const without = `${access} ${role} 200 false`;
      return role === 'curator' || role === 'admin' ? [without, `${access} ${role} 200 true`] : [without];
    }),
  );
  expect([...met].sort()).toEqual(due.sort());
});
