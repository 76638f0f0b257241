import { describe, expect, it, onTestFinished } from 'vitest';
import { askOverHttp, bearer, type HttpAnswer, statusAndCode } from '../support/ask-over-http.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
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
