import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askOverHttp, bearer, type HttpAnswer, statusAndCode } from '../support/ask-over-http.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { sendRaw } from '../support/raw-request.ts';
import { serveHello } from '../support/serve-hello.ts';

async function serve(...parts: Parameters<typeof serveHello>) {
  const served = await serveHello(...parts);
  onTestFinished(() => served.stop());
  return served;
}
type Served = Awaited<ReturnType<typeof serve>>;

const privately = { ...jwtSettings, GRAPH_ACCESS: 'private' };
const hello = (served: Served, headers = {}) => askOverHttp(served.url, '{ hello }', headers);
const lines = ({ logged }: Served) => logged.map((line) => JSON.parse(line));

async function get(served: Served, path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  const response = await fetch(served.url + path, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

const counted = async (served: Served, headers = {}) =>
  (await get(served, '/metrics', headers)).text.split('\n').filter((line) => /^graph_(questions|refused)_total\{/.test(line));

describe('a fault of ours outside the executor', () => {
  const outOfOrder = () => {
    throw new Error('out of order');
  };

  it.each([
    ['a question', (served: Served) => hello(served)],
    ['a page', (served: Served) => get(served, '/readyz')],
  ])('is told of %s by an id only, which ties the answer to the log', async (_what, ask) => {
    const served = await serve({}, { stage: outOfOrder });
    const answer = await ask(served);
    expect(statusAndCode(answer)).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toContain('order');
    const { errorId } = answer.body.errors[0].extensions;
    expect(answer.body.errors[0].message).toContain(errorId);
    const requestId = answer.headers.get('x-request-id');
    await expect.poll(() => lines(served)).toHaveLength(2);
    expect(lines(served)).toMatchObject([
      { errorId, err: { message: 'out of order' } },
      { requestId, errorIds: [errorId], codes: ['INTERNAL_SERVER_ERROR'], status: 500, level: 50 },
    ]);
  });
});

describe('what is refused at the door', () => {
  it('is counted and logged by its code', async () => {
    const served = await serve({ ...privately });
    expect(statusAndCode(await hello(served))).toEqual([401, 'UNAUTHENTICATED']);
    expect(statusAndCode(await hello(served, bearer('a.b.c')))).toEqual([401, 'UNAUTHENTICATED']);
    expect(statusAndCode(await hello(served, bearer(await tokenOf('none'))))).toEqual([403, 'FORBIDDEN']);
    await expect.poll(() => lines(served).map(({ codes }) => codes)).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED'], ['FORBIDDEN']]);
    expect(await counted(served, bearer(await tokenOf('admin')))).toEqual([
      'graph_questions_total{code="UNAUTHENTICATED"} 2',
      'graph_questions_total{code="FORBIDDEN"} 1',
    ]);
  });

  it('is counted by the limit too, where it went over one', async () => {
    const served = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '3' });
    await hello(served);
    await hello(served);
    expect((await hello(served)).status).toBe(200);
    expect(statusAndCode(await hello(served))).toEqual([429, 'RATE_LIMITED']);
    await expect.poll(() => lines(served).at(-1)).toMatchObject({ codes: ['RATE_LIMITED'], status: 429 });
    // A client whose hour is used up cannot read the counters either: they are read after another limit.
    const other = await serve({ GRAPH_CLIENT_RUNNING: '1' });
    const slow = askOverHttp(other.url, '{ slow }');
    await expect.poll(async () => statusAndCode(await hello(other))).toEqual([429, 'RATE_LIMITED']);
    other.finish();
    await slow;
    const refused = (await counted(other)).join('\n');
    expect(refused).toMatch(/^graph_questions_total\{code="RATE_LIMITED"\} \d+$/m);
    expect(refused).toMatch(/^graph_refused_total\{limit="running requests"\} \d+$/m);
  });

  it('is counted once where all places are taken', async () => {
    const served = await serve({ GRAPH_MAX_RUNNING: '1', GRAPH_ANSWER_STORE_MB: '0' });
    const slow = [askOverHttp(served.url, '{ slow }'), askOverHttp(served.url, '{ slow }')];
    // The second waits in line for a moment, and then there are two.
    expect((await Promise.race(slow)).status).toBe(503);
    served.finish();
    await Promise.all(slow);
    expect(await counted(served)).toEqual(
      expect.arrayContaining([
        'graph_questions_total{code="SERVICE_UNAVAILABLE"} 1',
        'graph_questions_total{code="OK"} 1',
        'graph_refused_total{limit="running questions"} 1',
      ]),
    );
  });
});

describe('what cannot be read as a question', () => {
  const head = 'POST /graphql HTTP/1.1\r\nconnection: close\r\ncontent-type: application/json\r\n';
  const json = { 'content-type': 'application/json' };
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) => ({ method: 'POST', headers, body });
  const send =
    (init: RequestInit, search = '') =>
    async (url: string) =>
      (await fetch(`${url}/graphql${search}`, init)).status;
  const raw = (bytes: string) => async (url: string) => (await sendRaw(url, bytes)).status;

  it.each<[string, number, (url: string) => Promise<number>]>([
    ['a body that is too large', 413, send(post(' '.repeat(300_000)))],
    ['a form', 400, send(post('{}', { 'content-type': 'text/plain' }))],
    ['another charset', 415, send(post('{}', { 'content-type': 'application/json; charset=gbk' }))],
    ['a packed body', 415, send(post('{}', { ...json, 'content-encoding': 'gzip' }))],
    ['bytes that are no UTF-8', 400, send(post(new Uint8Array([0x22, 0xff, 0x22])))],
    ['what is no JSON', 400, send(post('{'))],
    ['a batch', 400, send(post('[{"query":"{ hello }"}]'))],
    ['no question at all', 400, send(post('{}'))],
    ['another method', 405, send({ method: 'PUT', headers: json, body: '{}' })],
    ['a GET that any page could send', 400, send({}, '?query={hello}')],
    ['a GET that takes no JSON', 406, send({ headers: { accept: 'text/html', 'apollo-require-preflight': '1' } }, '?query={hello}')],
    ['an address that is no UTF-8', 400, send({ headers: { 'apollo-require-preflight': '1' } }, '?query=%FF')],
    ['no host', 400, raw(`${head}content-length: 0\r\n\r\n`)],
    ['an odd expectation', 417, raw(`${head}host: x\r\nexpect: the-moon\r\ncontent-length: 0\r\n\r\n`)],
  ])('is counted and logged once by its code: %s', async (_what, status, ask) => {
    const served = await serve();
    expect(await ask(served.url)).toBe(status);
    await expect.poll(() => lines(served)).toMatchObject([{ status, codes: ['BAD_REQUEST'], route: '/graphql' }]);
    expect((await counted(served)).filter((line) => line.startsWith('graph_questions'))).toEqual([
      'graph_questions_total{code="BAD_REQUEST"} 1',
    ]);
  });

  it('is counted by the limit too, where it went over one', async () => {
    const served = await serve({ GRAPH_MAX_BODY_KB: '1' });
    expect(await send(post(' '.repeat(1025)))(served.url)).toBe(413);
    expect(await counted(served)).toContain('graph_refused_total{limit="bytes of the body"} 1');
    await expect.poll(() => lines(served)[0]).toMatchObject({ limit: 'bytes of the body' });
  });
});

it('what is refused while the service stops is counted and logged once by its code', async () => {
  const served = await serve();
  const slow = askOverHttp(served.url, '{ slow }');
  await expect.poll(async () => (await get(served, '/metrics')).text).toContain('graph_requests_running 1');
  const stopped = served.stop();
  await expect.poll(async () => (await get(served, '/readyz')).status).toBe(503);
  const refused = await hello(served);
  expect([...statusAndCode(refused), refused.headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '5']);
  expect(await counted(served)).toEqual(['graph_questions_total{code="SERVICE_UNAVAILABLE"} 1']);
  served.finish();
  expect((await slow).status).toBe(200);
  await stopped;
  expect(lines(served).filter(({ route }) => route === '/graphql')).toMatchObject([
    { status: 503, codes: ['SERVICE_UNAVAILABLE'] },
    { status: 200, codes: [] },
  ]);
});

it('what takes too long is counted once, and told by its limit', async () => {
  const served = await serve({ GRAPH_REQUEST_TIMEOUT_MS: '100', GRAPH_ANSWER_STORE_MB: '0' });
  const late = await askOverHttp(served.url, '{ slow }');
  expect(statusAndCode(late)).toEqual([504, 'TIMEOUT']);
  expect(late.body.errors[0].extensions.limit).toEqual({ name: 'ms for the answer', allowed: 100 });
  served.finish();
  await sleep(50);
  expect(await counted(served)).toEqual(['graph_questions_total{code="TIMEOUT"} 1', 'graph_refused_total{limit="ms for the answer"} 1']);
});

it('a request holds as many mutations as are set', async () => {
  const both = 'mutation { review erase }';
  const refused = await askOverHttp((await serve()).url, both);
  expect(statusAndCode(refused)).toEqual([400, 'QUERY_TOO_COSTLY']);
  expect(refused.body.errors[0].extensions.limit).toEqual({ name: 'mutations', asked: 2, allowed: 1 });
  const let2 = await askOverHttp((await serve({ GRAPH_MAX_MUTATIONS: '2' })).url, both);
  expect([...statusAndCode(let2), let2.headers.get('www-authenticate')]).toEqual([401, 'UNAUTHENTICATED', 'Bearer']);
});

it('what the guard refuses is counted by its limit', async () => {
  const served = await serve({ GRAPH_MAX_ALIASES: '1' });
  expect(statusAndCode(await askOverHttp(served.url, '{ a: hello b: hello }'))).toEqual([400, 'QUERY_TOO_COSTLY']);
  expect(await counted(served)).toEqual(['graph_questions_total{code="QUERY_TOO_COSTLY"} 1', 'graph_refused_total{limit="aliases"} 1']);
});

it('/metrics answers those only whom GRAPH_METRICS_FOR names', async () => {
  const served = await serve({ ...jwtSettings, GRAPH_METRICS_FOR: 'curator' });
  expect(statusAndCode(await get(served, '/metrics'))).toEqual([401, 'UNAUTHENTICATED']);
  expect(statusAndCode(await get(served, '/metrics', bearer(await tokenOf('reader'))))).toEqual([403, 'FORBIDDEN']);
  const answer = await get(served, '/metrics', bearer(await tokenOf('curator')));
  expect([answer.status, answer.text.includes('graph_http_requests_total')]).toEqual([200, true]);
  await expect.poll(() => lines(served).map(({ codes }) => codes)).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN'], undefined]);
});
