import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOverHttp, bearer, statusAndCode } from '../support/ask-over-http.ts';
import { claims, jwtSettings, secret, signed, tokenOf } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import type { ServedGraph } from '../support/serve-graph.ts';
import { serveHello } from '../support/serve-hello.ts';

const seconds = Math.floor(Date.now() / 1000);
const ours = await generateKeyPair('RS256', { extractable: true });
const theirs = await generateKeyPair('RS256', { extractable: true });
const { GRAPH_JWT_SECRET: _, ...whoAndWhom } = jwtSettings;

/** Hands out a set of keys, and counts how often it is asked. */
async function serveKeys(keys: object[]) {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, hits, stop: () => server.close() };
}

const byKey = (key: CryptoKey, header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'ours', ...header }).sign(key);

let keys: Awaited<ReturnType<typeof serveKeys>>;
let foreign: Awaited<ReturnType<typeof serveKeys>>;
let bySecret: ServedGraph;
let byKeySet: ServedGraph;

beforeAll(async () => {
  keys = await serveKeys([{ ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }]);
  foreign = await serveKeys([{ ...(await exportJWK(theirs.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }]);
  bySecret = await serveHello({ ...jwtSettings, GRAPH_JWT_SECRET: `${secret}\nanOlderSecretThatIsStillOnItsWayOut4711` });
  byKeySet = await serveHello({ ...whoAndWhom, GRAPH_JWKS_URL: keys.url });
});

afterAll(async () => {
  keys.stop();
  foreign.stop();
  await Promise.all([bySecret.stop(), byKeySet.stop()]);
});

async function expectRefused(served: ServedGraph, headers: Record<string, string>) {
  const answer = await askOverHttp(served.url, '{ hello }', headers);
  expect(statusAndCode(answer)).toEqual([401, 'UNAUTHENTICATED']);
  noteSafety('A1', { status: answer.status, code: answer.body.errors[0].extensions.code });
  expect(answer.body).not.toHaveProperty('data');
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  const shown = (headers.authorization ?? '').split(' ').at(-1) as string;
  expect(answer.text + served.logged.join('')).not.toContain(shown);
}

describe('A1 a token is good', () => {
  it.each([
    ['as issued', () => signed()],
    ['within the leeway of clocks', () => signed(claims({ exp: seconds - 15 }))],
    ['signed by the older secret, while both are in use', () => signed(claims(), 'anOlderSecretThatIsStillOnItsWayOut4711')],
    ['meant for several services, ours among them', () => signed(claims({ aud: ['other', 'graph'] }))],
  ])('%s', async (_what, token) => {
    expect((await askOverHttp(bySecret.url, '{ hello }', bearer(await token()))).body.data).toEqual({ hello: 'hello' });
  });

  it('signed by a key of the set', async () => {
    expect((await askOverHttp(byKeySet.url, '{ hello }', bearer(await byKey(ours.privateKey)))).status).toBe(200);
  });
});

describe('A1 a forged or stale token is refused on a public read, and not taken for a stranger', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['of the algorithm none', () => new UnsecuredJWT(claims()).encode()],
    ['signed by another secret', () => signed(claims(), 'x'.repeat(40))],
    ['signed by an algorithm of the same kind that is not ours', () => signed(claims(), secret.repeat(2), 'HS512')],
    ['signed by a key where secrets count', () => byKey(ours.privateKey)],
    ['of another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
    ['for another service', () => signed(claims({ aud: 'other' }))],
    ['without an issuer', () => signed(claims({ iss: undefined }))],
    ['without an audience', () => signed(claims({ aud: undefined }))],
    ['that never expires', () => signed(claims({ exp: undefined }))],
    ['that names nobody', () => signed(claims({ sub: undefined }))],
    ['that has expired', () => signed(claims({ exp: seconds - 90 }))],
    ['that does not count yet', () => signed(claims({ nbf: seconds + 90 }))],
    ['whose expiry is a word', () => signed(claims({ exp: 'never' as never }))],
    ['whose roles were changed', async () => withPayload(await signed(), claims({ roles: ['admin'] }))],
    ['that is cut short', async () => (await signed()).slice(0, -4)],
    ['that is none', () => 'letmein'],
  ])('%s', async (_what, token) => {
    await expectRefused(bySecret, bearer(await token()));
  });

  it.each<[string, () => string | Promise<string>]>([
    ['signed by the public key as if it were a secret', async () => signed(claims(), await exportSPKI(ours.publicKey))],
    ['of a key that the set lacks', () => byKey(theirs.privateKey, { kid: 'theirs' })],
    ['of another key under the name of ours', () => byKey(theirs.privateKey)],
    ['that says where its key is', () => byKey(theirs.privateKey, { jku: foreign.url })],
    ['that brings its key along', async () => byKey(theirs.privateKey, { jwk: await exportJWK(theirs.publicKey) })],
    ['of the algorithm none', () => new UnsecuredJWT(claims()).encode()],
  ])('%s, where a set of keys counts', async (_what, token) => {
    await expectRefused(byKeySet, bearer(await token()));
    expect(foreign.hits).toEqual([]);
  });

  it.each([
    ['another scheme', 'Basic c29tZW9uZTpzZWNyZXQ='],
    ['no scheme', 'c29tZW9uZTpzZWNyZXQ='],
    ['two tokens at once', 'Bearer c29tZW9uZQ, Bearer c2VjcmV0'],
  ])('%s', async (_what, authorization) => {
    await expectRefused(bySecret, { authorization });
  });

  it('by a service that takes no tokens', async () => {
    const open = await serveHello();
    await expectRefused(open, bearer(await signed()));
    await open.stop();
  });
});

it('A1 asks again later when the keys cannot be had, and lets nobody in meanwhile', async () => {
  const served = await serveHello({ ...whoAndWhom, GRAPH_JWKS_URL: 'http://127.0.0.1:1/keys' });
  const answer = await askOverHttp(served.url, '{ hello }', bearer(await byKey(ours.privateKey)));
  expect([...statusAndCode(answer), answer.headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '5']);
  expect(answer.text).not.toContain('127.0.0.1');
  await served.stop();
});

describe('a private graph', () => {
  let served: ServedGraph;
  beforeAll(async () => {
    served = await serveHello({ ...jwtSettings, GRAPH_ACCESS: 'private' });
  });
  afterAll(() => served.stop());

  it.each([
    ['nobody', undefined, 401, 'UNAUTHENTICATED'],
    ['a token without a role', () => tokenOf('visitor'), 403, 'FORBIDDEN'],
    ['a reader', () => tokenOf('reader'), 200, undefined],
    ['a curator', () => tokenOf('curator'), 200, undefined],
    ['an admin', () => tokenOf('admin'), 200, undefined],
  ])('answers %s', async (_who, token, status, code) => {
    const headers = token ? bearer(await token()) : {};
    expect(statusAndCode(await askOverHttp(served.url, '{ hello }', headers))).toEqual([status, code]);
    // What may be asked is told to whoever may ask.
    expect(statusAndCode(await askOverHttp(served.url, '{ __schema { queryType { name } } }', headers))).toEqual([status, code]);
    expect((await fetch(`${served.url}/schema.graphql`, { headers })).status).toBe(status);
  });

  it('still tells anyone whether it lives and is ready', async () => {
    expect((await fetch(`${served.url}/livez`)).status).toBe(200);
    expect((await fetch(`${served.url}/readyz`)).status).toBe(200);
  });
});

function withPayload(token: string, payload: object): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.');
}
