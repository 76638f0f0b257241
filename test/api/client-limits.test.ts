import { afterEach, describe, expect, it } from 'vitest';
import { askOverHttp, bearer, type HttpAnswer, statusAndCode } from '../support/ask-over-http.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import type { ServedGraph } from '../support/serve-graph.ts';
import { serveHello } from '../support/serve-hello.ts';

const running: ServedGraph[] = [];
async function serve(settings: Record<string, string>) {
  const served = await serveHello(settings);
  running.push(served);
  return served;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.stop()));
});

const from = (address: string) => ({ 'x-forwarded-for': address });
const limited = [429, 'RATE_LIMITED'];
const answered = [200, undefined];

async function statusesOf(served: ServedGraph, requests: Record<string, string>[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const headers of requests) found.push(statusAndCode(await askOverHttp(served.url, '{ hello }', headers)));
  return found;
}

describe('A6 the points of an hour', () => {
  it('are taken by answers and refusals alike, and when they are used up it says when to ask again', async () => {
    const { url } = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '3' });
    const bad = bearer('a.b.c');
    expect(statusAndCode(await askOverHttp(url, '{ hello }'))).toEqual(answered);
    expect(statusAndCode(await askOverHttp(url, '{ nothing }'))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(statusAndCode(await askOverHttp(url, '{ hello }', bad))).toEqual([401, 'UNAUTHENTICATED']);
    const refused: HttpAnswer = await askOverHttp(url, '{ hello }');
    expect(statusAndCode(refused)).toEqual(limited);
    noteSafety('A6', { status: refused.status, code: refused.body.errors[0].extensions.code, note: 'with Retry-After' });
    expect(refused.body.errors[0].extensions.limit).toEqual({ name: 'points an hour', asked: 4, allowed: 3 });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(statusAndCode(await askOverHttp(url, '{ hello }', bad))).toEqual(limited);
  });

  it('are not multiplied by a forged X-Forwarded-For', async () => {
    const served = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '2' });
    expect(await statusesOf(served, [from('192.0.2.1'), from('192.0.2.2'), from('192.0.2.3')])).toEqual([answered, answered, limited]);
  });

  it('are counted by the address that a trusted proxy saw, whatever stands before it', async () => {
    const served = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '1', GRAPH_TRUSTED_PROXIES: '127.0.0.0/8, 10.0.0.0/8' });
    const requests = [from('192.0.2.1'), from('192.0.2.2'), from('198.51.100.7, 192.0.2.1'), from('8.8.8.8, 192.0.2.2, 10.1.2.3')];
    expect(await statusesOf(served, requests)).toEqual([answered, answered, limited, limited]);
  });

  it('are one account for all addresses of an IPv6 /64', async () => {
    const served = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '5', GRAPH_TRUSTED_PROXIES: '127.0.0.1' });
    const addresses = Array.from({ length: 50 }, (_, index) => `2001:db8:0:1::${index.toString(16)}`);
    const found = await statusesOf(served, addresses.map(from));
    expect(found.filter((status) => JSON.stringify(status) === JSON.stringify(answered))).toHaveLength(5);
    expect(await statusesOf(served, [from('2001:db8:0:2::1')])).toEqual([answered]);
  });

  it('go with a token from address to address', async () => {
    const served = await serve({ ...jwtSettings, GRAPH_CLIENT_POINTS_PER_HOUR: '1', GRAPH_TRUSTED_PROXIES: '127.0.0.1' });
    const someone = bearer(await tokenOf('reader', 'someone'));
    const requests = [
      { ...someone, ...from('192.0.2.1') },
      { ...someone, ...from('192.0.2.2') },
      from('192.0.2.1'),
      bearer(await tokenOf('reader', 'another')),
    ];
    expect(await statusesOf(served, requests)).toEqual([answered, limited, answered, answered]);
  });
});

it('A6 runs so many questions of one client at a time, and more when they are done', async () => {
  const served = await serve({ GRAPH_CLIENT_RUNNING: '2' });
  const slow = [askOverHttp(served.url, '{ slow }'), askOverHttp(served.url, '{ slow }')];
  let refused: HttpAnswer | undefined;
  await expect
    .poll(async () => {
      refused = await askOverHttp(served.url, '{ hello }');
      return statusAndCode(refused);
    })
    .toEqual(limited);
  expect(refused?.headers.get('retry-after')).toBe('1');
  (served as Awaited<ReturnType<typeof serveHello>>).finish();
  expect((await Promise.all(slow)).map((answer) => answer.body)).toMatchObject([{ data: { slow: 'done' } }, { data: { slow: 'done' } }]);
  await expect.poll(async () => statusAndCode(await askOverHttp(served.url, '{ hello }'))).toEqual(answered);
});

it('A6 counts a question whose client has left as ended', async () => {
  const served = await serve({ GRAPH_CLIENT_RUNNING: '1' });
  const leaving = new AbortController();
  const asked = fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ slow }"}',
    signal: leaving.signal,
  }).catch(() => 'left');
  await expect.poll(async () => statusAndCode(await askOverHttp(served.url, '{ hello }'))).toEqual(limited);
  leaving.abort();
  expect(await asked).toBe('left');
  await expect.poll(async () => statusAndCode(await askOverHttp(served.url, '{ hello }'))).toEqual(answered);
});
