import { gunzipSync, gzipSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { jwtSettings } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import { postFresh, type RawAnswer, sendRaw } from '../support/raw-request.ts';
import { everyCase } from '../support/sample.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const json = { 'content-type': 'application/json' };
const typename = '{"query":"{__typename}"}';
const asGet = '?query=%7B__typename%7D';
const preflighted = { 'apollo-require-preflight': '1' };

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await emptyGraph();
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = { status: number; headers: Headers; body: any; text: string; ms: number };

async function send(init: RequestInit, search = '', { url } = served): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql${search}`, init);
  const text = await response.text();
  const ms = performance.now() - begun;
  return { status: response.status, headers: response.headers, text, body: text === '' ? undefined : JSON.parse(text), ms };
}
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, server = served) =>
  send({ method: 'POST', headers: { ...json, ...headers }, body }, '', server);
const ask = (query: string, more: Record<string, unknown> = {}, server = served) => post(JSON.stringify({ query, ...more }), {}, server);
const outcome = ({ status, body }: Answer) => [status, body?.errors?.[0]?.extensions?.code];
/** The same, noted for the table. */
const noted = (id: string, answer: Answer) => {
  const [status, code] = outcome(answer);
  noteSafety(id, { status, code, ms: answer.ms });
  return [status, code];
};

/** Serves with other settings, for one question. */
async function serving<T>(settings: Record<string, string>, use: (server: ServedGraph) => Promise<T>): Promise<T> {
  const server = await serveGraph(database, settings);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

it('T1: a GET that any page could send is refused', async () => {
  expect(noted('T1', await send({}, asGet))).toEqual([400, 'BAD_REQUEST']);
  expect((await send({ headers: preflighted }, asGet)).body.data).toEqual({ __typename: 'Query' });
});

it('T2: a mutation by GET is refused, whatever the schema knows of it', async () => {
  const answer = await send({ headers: preflighted }, `?query=${encodeURIComponent('mutation { deletePeople { nodesDeleted } }')}`);
  expect(noted('T2', answer)).toEqual([405, 'BAD_REQUEST']);
  expect(answer.headers.get('allow')).toBe('POST');
});

it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/plain; charset=utf-8'])(
  'T3: a form of any page (%s) is refused',
  async (type) => {
    expect(noted('T3', await post(typename, { 'content-type': type }))).toEqual([400, 'BAD_REQUEST']);
    expect(noted('T3', await post(typename, { 'content-type': type, ...preflighted }))).toEqual([400, 'BAD_REQUEST']);
  },
);

it('T3: no answer sets a cookie', async () => {
  expect((await ask('{ __typename }')).headers.get('set-cookie')).toBeNull();
});

it('T4: a GET of an odd type is refused', async () => {
  expect(noted('T4', await send({ headers: { 'content-type': 'message/x' } }, asGet))).toEqual([415, 'BAD_REQUEST']);
});

it('T5: questions do not come in batches', async () => {
  expect(noted('T5', await post(JSON.stringify(Array(50).fill({ query: '{ __typename }' }))))).toEqual([400, 'BAD_REQUEST']);
});

describe('T6', () => {
  const mega = Buffer.alloc(1024 * 1024, 'a');
  const bomb = gzipSync(Buffer.alloc(45 * 1024 * 1024, ' '));
  const refusal = ({ status, body }: RawAnswer, memoryMb?: number) => {
    const { code } = JSON.parse(body).errors[0].extensions;
    noteSafety('T6', { status, code, memoryMb });
    return [status, code];
  };

  it('a body of 60 MB is refused, said its length or not, and is not kept', async () => {
    const pieces = Array<Buffer>(60).fill(mega);
    const before = process.memoryUsage().rss;
    const said = { ...json, 'content-length': String(60 * mega.length) };
    const grown = () => (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(refusal(await postFresh(`${served.url}/graphql`, said, pieces), grown())).toEqual([413, 'BAD_REQUEST']);
    expect(refusal(await postFresh(`${served.url}/graphql`, json, pieces), grown())).toEqual([413, 'BAD_REQUEST']);
    expect(grown()).toBeLessThan(400);
  });

  it('a body just within the limit is read, and one byte more is not', async () => {
    const limit = 256 * 1024;
    expect((await post(typename.padEnd(limit))).status).toBe(200);
    expect(noted('T6', await post(typename.padEnd(limit + 1)))).toEqual([413, 'BAD_REQUEST']);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip'])('a body packed by %s is refused before it is unpacked', async (encoding) => {
    expect(bomb.length).toBeLessThan(50_000);
    const answer = await postFresh(`${served.url}/graphql`, { ...json, 'content-encoding': encoding }, [bomb]);
    expect(refusal(answer)).toEqual([415, 'BAD_REQUEST']);
  });
});

describe('T6, T8, T9: every limit is a setting, and a refusal tells what was asked, what is allowed and what to change', () => {
  let small: ServedGraph;
  beforeAll(async () => {
    const settings = { GRAPH_MAX_BODY_KB: '1', GRAPH_MAX_HEADER_KB: '2', GRAPH_HEADERS_TIMEOUT_MS: '300', GRAPH_BODY_TIMEOUT_MS: '2500' };
    small = await serveGraph(database, settings);
  });
  afterAll(() => small.stop());

  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  const chunk = `500\r\n${' '.repeat(0x500)}\r\n`;

  it.each<[string, number, { asked?: number; allowed: number }, string]>([
    [
      'bytes of the body',
      413,
      { asked: 1025, allowed: 1024 },
      `${head}connection: close\r\ncontent-length: 1025\r\n\r\n${' '.repeat(1025)}`,
    ],
    ['bytes of the body', 413, { allowed: 1024 }, `${head}connection: close\r\ntransfer-encoding: chunked\r\n\r\n${chunk}0\r\n\r\n`],
    ['bytes of the headers', 431, { allowed: 2048 }, `${head}x: ${'a'.repeat(2048)}\r\n\r\n`],
    ['ms for the headers', 408, { allowed: 300 }, head],
    ['ms for the body', 408, { allowed: 2500 }, `${head}content-length: 30\r\n\r\n{`],
  ])('%s, %i, %j', async (name, status, size, bytes) => {
    const answer = await sendRaw(small.url, bytes);
    const { message, extensions } = JSON.parse(answer.body).errors[0];
    expect([answer.status, extensions]).toEqual([status, { code: 'BAD_REQUEST', limit: { name, ...size } }]);
    expect(message).toMatch(new RegExp(`^${name}: ${size.asked ?? 'more'} asked, ${size.allowed} allowed\\. [A-Z].*\\.$`));
  });

  it('what is within them is answered', async () => {
    expect((await post(typename.padEnd(1024), { x: 'a'.repeat(1500) }, small)).status).toBe(200);
  });
});

describe('T7', () => {
  it.each(['gb18030', 'iso-8859-1', 'utf-16le'])('the charset %s is refused', async (charset) => {
    expect(noted('T7', await post(typename, { 'content-type': `application/json; charset=${charset}` }))).toEqual([415, 'BAD_REQUEST']);
  });

  it('UTF-8 is taken under both of its names', async () => {
    for (const charset of ['UTF-8', 'utf8', '"utf-8"'])
      expect((await post(typename, { 'content-type': `application/json;charset=${charset}` })).status).toBe(200);
  });
});

describe('T7, V9: bytes that are no UTF-8 never become U+FFFD', () => {
  const around = (...bytes: number[]) =>
    new Uint8Array([
      ...Buffer.from('{"query":"query($t: String!) { search(query: $t) { totalCount } }","variables":{"t":"'),
      ...bytes,
      0x22,
      0x7d,
      0x7d,
    ]);

  it.each([
    ['GB18030', [0xd6, 0xd0]],
    ['a lone byte', [0xff]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a pair in UTF-8', [0xed, 0xa0, 0x80]],
    ['a cut character', [0xe4, 0xb8]],
  ])('%s in a string of the body', async (_what, bytes) => {
    const answer = await post(around(...bytes));
    expect(noted('T7', answer)).toEqual([400, 'BAD_REQUEST']);
    expect(answer.text).not.toContain('\uFFFD');
  });

  it('half a pair, escaped, in a value or a key', async () => {
    expect(noted('T7', await post('{"query":"{__typename}","variables":{"t":"\\ud842"}}'))).toEqual([400, 'BAD_REQUEST']);
    expect(noted('T7', await post('{"query":"{__typename}","variables":{"\\udfff":1}}'))).toEqual([400, 'BAD_REQUEST']);
    expect((await post('{"query":"{__typename}","variables":{"t":"\\ud842\\udfb7"}}')).status).toBe(200);
  });

  it.each(['%D6%D0', '%FF', '%E4%B8', '%', '%ZZ'])('%s in an address', async (bad) => {
    const answer = await sendRaw(
      served.url,
      `GET /graphql${asGet}&variables=%7B%22t%22:%22${bad}%22%7D HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\nconnection: close\r\n\r\n`,
    );
    expect([answer.status, JSON.parse(answer.body).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('raw bytes in an address', async () => {
    const head = Buffer.from('HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\nconnection: close\r\n\r\n');
    const answer = await sendRaw(
      served.url,
      Buffer.concat([Buffer.from(`GET /graphql${asGet}&x=`), Buffer.from([0xd6, 0xd0, 0x20]), head]),
    );
    expect(answer.status).toBe(400);
  });
});

describe('T9: what is no HTTP is answered in JSON, and cut', () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  it.each<[string, number, string]>([
    ['JSON that breaks off', 400, `${head}connection: close\r\ncontent-length: 12\r\n\r\n{"query":"{_`],
    ['a header of 20 kB', 431, `${head}x: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['two lengths', 400, `${head}content-length: 24\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['no host', 400, `POST /graphql HTTP/1.1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`],
    ['no host for a page', 400, `GET / HTTP/1.1\r\nconnection: close\r\n\r\n`],
    ['an odd expectation', 417, `${head}expect: the-moon\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`],
    ['noise', 400, '\u0016\u0003\u0001 hello\r\n\r\n'],
    ['a chunk of no size', 400, `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`],
    ['a bad header name', 400, `${head}a b: c\r\n\r\n`],
  ])('%s', async (_what, status, bytes) => {
    const answer = await sendRaw(served.url, bytes);
    const { code } = JSON.parse(answer.body).errors[0].extensions;
    noteSafety('T9', { status: answer.status, code });
    expect([answer.status, code]).toEqual([status, 'BAD_REQUEST']);
    expect(answer.headers).toMatch(/^content-type: application\/json; charset=utf-8$/im);
    expect(answer.headers).toMatch(/^connection: close$/im);
    expect(answer.body).not.toMatch(/ at |node:|\.ts|HPE_/);
  });

  it.each(['/nothing', '/nothing?x=%D6', '/%D6%D0', '/..%2f..%2fetc%2fpasswd', '/graphql/x'])('%s, an address of nothing', async (path) => {
    const response = await fetch(`${served.url}${path}`);
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.parse(await response.text()).errors[0].extensions.code).toMatch(/^(NOT_FOUND|BAD_REQUEST)$/);
  });
});

describe('T10', () => {
  const evil = { origin: 'https://evil.example' };
  const ours = { origin: 'https://ours.example' };
  const ask = { ...preflighted, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const allowed = ({ headers }: Answer) => headers.get('access-control-allow-origin');

  it('an open graph answers pages of any site, and takes nothing that a browser keeps', async () => {
    for (const answer of [await post(typename, evil), await send({ method: 'OPTIONS', headers: { ...ask, ...evil } })]) {
      expect(allowed(answer)).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      noteSafety('T10', { status: answer.status, note: 'open: any page, no credentials', ms: answer.ms });
    }
    const preflight = await send({ method: 'OPTIONS', headers: { ...ask, ...evil } });
    expect([preflight.status, preflight.text]).toEqual([204, '']);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type/);
  });

  it('a private one answers a browser that asks whether its page may show a token', async () => {
    const settings = { ...jwtSettings, GRAPH_ACCESS: 'private', GRAPH_CORS_ORIGINS: ours.origin };
    await serving(settings, async (server) => {
      const preflight = await send({ method: 'OPTIONS', headers: { ...ask, ...ours } }, '', server);
      expect([preflight.status, allowed(preflight)]).toEqual([204, ours.origin]);
      const refused = await post(typename, ours, server);
      expect([...outcome(refused), allowed(refused)]).toEqual([401, 'UNAUTHENTICATED', ours.origin]);
    });
  });

  it('one with a list answers the pages on it alone', async () => {
    await serving({ GRAPH_CORS_ORIGINS: 'https://ours.example, https://other.example:8443' }, async (server) => {
      const fromOurs = await post(typename, ours, server);
      expect(allowed(fromOurs)).toBe(ours.origin);
      expect(fromOurs.headers.get('vary')).toMatch(/origin/);
      const fromEvil = await post(typename, evil, server);
      expect([allowed(fromEvil), fromEvil.headers.get('vary')]).toEqual([null, expect.stringMatching(/origin/)]);
      expect(allowed(await send({ method: 'OPTIONS', headers: { ...ask, ...evil } }, '', server))).toBeNull();
      expect(allowed(await post(typename, { origin: 'https://ours.example.evil.example' }, server))).toBeNull();
      expect(allowed(await post(typename, { origin: 'null' }, server))).toBeNull();
      noteSafety('T10', { note: 'an origin that is not listed gets no permission' });
    });
    await serving({ ...jwtSettings, GRAPH_ACCESS: 'private' }, async (server) =>
      expect(allowed(await post(typename, evil, server))).toBeNull(),
    );
    await serving({ GRAPH_CORS_ORIGINS: 'none' }, async (server) => expect(allowed(await post(typename, evil, server))).toBeNull());
  });
});

describe('Q10', () => {
  const misspelt = ['{ serch(query: "a") { totalCount } }', '{ search(qery: "a") { totalCount } }', '{ search(query: "a") { totlCount } }'];
  const kinds = 'query($k: [EntityKind!]) { search(query: "a", kinds: $k) { totalCount } }';

  it('while the schema may be asked, hints help', async () => {
    for (const query of misspelt) expect((await ask(query)).text).toContain('Did you mean');
  });

  it('without introspection nothing tells what the schema holds', async () => {
    await serving({ GRAPH_INTROSPECTION: 'off' }, async (server) => {
      for (const query of misspelt) expect((await ask(query, {}, server)).text).not.toContain('Did you mean');
      expect((await ask(kinds, { variables: { k: ['PERSN'] } }, server)).text).not.toContain('Did you mean');
      expect((await ask('{ search(query: "a", kinds: [PERSN]) { totalCount } }', {}, server)).text).not.toContain('Did you mean');
      expect(noted('Q10', await ask('{ __schema { types { name } } }', {}, server))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect((await fetch(`${server.url}/schema.graphql`)).status).toBe(404);
    });
  });
});

it('Q11: hashes of questions fill no store', async () => {
  const hash = (n: number) => n.toString(16).padStart(64, '0');
  const extensions = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const unknown = [200, 'PERSISTED_QUERY_NOT_FOUND'];
  for (let n = 0; n < (everyCase ? 10_000 : 200); n += 1)
    expect(noted('Q11', await post(JSON.stringify(extensions(hash(n)))))).toEqual(unknown);
  const { createHash } = await import('node:crypto');
  const known = createHash('sha256').update('{__typename}').digest('hex');
  expect((await ask('{__typename}', extensions(known))).body.data).toEqual({ __typename: 'Query' });
  expect(outcome(await post(JSON.stringify(extensions(known))))).toEqual(unknown);
});

it('Q13: a browser gets no console, and no answer holds a trace', async () => {
  const browser = await send({ headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
  expect(noted('Q13', browser)).toEqual([400, 'BAD_REQUEST']);
  expect(noted('Q13', await send({ headers: { accept: 'text/html' } }))).toEqual([400, 'BAD_REQUEST']);
  const { extensions } = (await ask('{ __typename }')).body;
  expect(extensions?.tracing ?? extensions?.ftv1).toBeUndefined();
  for (const query of ['{', '{ nothing }', '{ entity(id: "x") { name } }'])
    expect((await ask(query)).text).not.toMatch(/stacktrace|\bat .*\d+:\d+/);
});

it('V8: of two keys of one name, one is read, by the guard and the executor alike', async () => {
  const bad = '"query":"{ people(first: 0) { totalCount } }"';
  const good = '"query":"{__typename}"';
  expect((await post(`{${bad},${good}}`)).body.data).toEqual({ __typename: 'Query' });
  expect(noted('V8', await post(`{${good},${bad}}`))).toEqual([400, 'BAD_USER_INPUT']);
  expect(noted('V8', await send({ headers: preflighted }, `${asGet}&query=%7B__typename%7D`))).toEqual([400, 'BAD_REQUEST']);
});

describe('V18: the log', () => {
  const forged = '\n{"level":"fatal","msg":"张三"}\r\n';
  let quiet: ServedGraph;
  const lines = () => quiet.logged.splice(0).map((line) => JSON.parse(line));
  const secret = '秘密的名字';

  // Of its own: what the tests above asked may still be on its way into the log.
  beforeAll(async () => {
    quiet = await serveGraph(database);
  });
  afterAll(() => quiet.stop());

  it('has one line of JSON for each request, whatever it is asked, and none of what was asked', async () => {
    await ask(`query Q { a: search(query: "${secret}") { totalCount } }`, {}, quiet);
    await ask(
      'query($t: String!) { search(query: $t) { totalCount } }',
      { variables: { t: `${secret}${forged}` }, operationName: forged },
      quiet,
    );
    await ask(`{ ${secret} }`, {}, quiet);
    await ask('{ search(query: "a", first: "SECRET") { totalCount } }', {}, quiet);
    await send(
      { headers: { ...preflighted, 'user-agent': 'SECRET', 'x-request-id': 'SECRET@example.org' } },
      `${asGet}&operationName=SECRET`,
      quiet,
    );
    await fetch(`${quiet.url}/${encodeURIComponent(secret)}?SECRET=1`);
    await expect.poll(() => quiet.logged.length).toBe(6);
    const text = quiet.logged.join('');
    expect(text).not.toMatch(/SECRET|fatal|127\.0\.0\.1/);
    expect(text).not.toContain(secret);
    expect(quiet.logged.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    noteSafety('V18', { note: `${quiet.logged.length} requests, ${quiet.logged.length} lines of the log` });
    expect(lines()[0]).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'query',
      fields: ['search'],
      codes: [],
      errorIds: [],
      method: 'POST',
      route: '/graphql',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    });
  });

  it('bears the id that the answer bears: our own, or that of a proxy before us', async () => {
    const ours = await ask('{ __typename }', {}, quiet);
    const theirs = await post(typename, { 'x-request-id': '4bf92f3577b34da6a3ce929d0e0e4736' }, quiet);
    await expect.poll(() => quiet.logged.length).toBe(2);
    const answered = [ours, theirs].map(({ headers }) => headers.get('x-request-id'));
    expect(lines().map(({ requestId }) => requestId)).toEqual(answered);
    expect(answered[1]).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('ties a fault of ours to the request and to what the client was told, and says what broke without what was asked', async () => {
    const broken: Database = { ...database, read: () => database.read(`RETURN date('${secret}')`) };
    const server = await serveGraph(broken);
    const { body, headers } = await ask(`{ entity(id: "person:x") { name } }`, {}, server);
    await expect.poll(() => server.logged.length).toBe(2);
    await server.stop();
    const { errorId } = body.errors[0].extensions;
    const [fault, request] = server.logged.map((line) => JSON.parse(line));
    expect(fault).toMatchObject({ level: 'error', errorId, err: { type: 'Neo4jError', code: expect.stringMatching(/^Neo\.ClientError/) } });
    expect(request).toMatchObject({ level: 'error', requestId: headers.get('x-request-id'), errorIds: [errorId], status: 500 });
    expect(server.logged.join('')).not.toContain(secret);
  });
});

describe('headers', () => {
  it('tell browsers to run nothing of an answer, and of a page only what is ours', async () => {
    const answer = await ask('{ __typename }');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await fetch(`${served.url}/nothing`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'.*object-src 'none'$/);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    for (const { headers } of [answer, page]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('large answers', () => {
  const types = JSON.stringify({ query: '{ __schema { types { name description fields { name description } } } }' });
  const packed = async (encoding: string) => {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { ...json, 'accept-encoding': encoding },
      body: types,
    });
    return { encoding: response.headers.get('content-encoding'), vary: response.headers.get('vary'), text: await response.text() };
  };

  it('are packed as the client takes them, and say the same', async () => {
    const plain = await packed('identity');
    expect(plain.encoding).toBeNull();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['deflate', null],
    ] as const)
      expect(await packed(accepted)).toEqual({ encoding, vary: expect.stringContaining('accept-encoding'), text: plain.text });
  });

  it('are few bytes on the wire', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\naccept-encoding: gzip\r\nconnection: close\r\ncontent-length: ${types.length}`;
    const chunks: Buffer[] = [];
    const { openConnection } = await import('../support/raw-request.ts');
    const socket = await openConnection(served.url);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).write(`${head}\r\n\r\n${types}`);
    await new Promise((resolve) => socket.once('close', resolve));
    const bytes = Buffer.concat(chunks);
    const body = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
    expect(body.length * 3).toBeLessThan(gunzipSync(body).length);
  });

  it('stay plain where they are small', async () => {
    expect((await ask('{ __typename }')).headers.get('content-encoding')).toBeNull();
  });
});

it('GraphQL over HTTP is spoken as its specification says: no error, and these advices not followed', async () => {
  const results = await Promise.all(serverAudits({ url: `${served.url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()));
  const found = (status: string) => results.flatMap((result) => (result.status === status ? [`${result.id}: ${result.name}`] : [])).sort();
  expect(results.length).toBeGreaterThan(55);
  expect(found('error')).toEqual([]);
  expect(found('warn')).toMatchInlineSnapshot(`
    [
      "572B: SHOULD use 200 status code on document parsing failure when accepting application/json",
      "7B9B: SHOULD use a status code of 200 on variable coercion failure when accepting application/json",
      "FDE2: SHOULD use 200 status code on document validation failure when accepting application/json",
    ]
  `);
  expect(found('notice')).toMatchInlineSnapshot(`
    [
      "5A70: MAY accept application/x-www-form-urlencoded formatted GET requests",
      "6A70: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
      "D6D5: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
    ]
  `);
});
