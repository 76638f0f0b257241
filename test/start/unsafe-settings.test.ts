import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Environment, readConfig } from '../../src/config/read-config.ts';
import { OperatorError } from '../../src/domain/errors.ts';
import { jwtSettings, secret } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function inFile(text: string): string {
  const file = join(folder, `${Math.random()}`);
  writeFileSync(file, text);
  return file;
}

/** The faults told in the one message; none where the settings are taken. */
function faultsOf(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as OperatorError).message.split('\n  - ').slice(1);
  }
}

const { GRAPH_JWT_SECRET: _, ...whoAndWhom } = jwtSettings;
const elsewhere = { NEO4J_URI: 'neo4j://db.example:7687', NEO4J_PASSWORD: 'a password of our own' };
const weak = /^GRAPH_JWT_SECRET must be at least 32 bytes of chance; make one with: openssl/;

describe('A2 a start is refused', () => {
  it.each<[string, Environment, RegExp]>([
    ['a secret below 32 bytes', { ...jwtSettings, GRAPH_JWT_SECRET: secret.slice(1) }, weak],
    ['a long secret of few signs', { ...jwtSettings, GRAPH_JWT_SECRET: 'change'.repeat(10) }, weak],
    ['a weak one beside a good one', { ...jwtSettings, GRAPH_JWT_SECRET: `${secret}\nold` }, weak],
    ['private reading without a key', { GRAPH_ACCESS: 'private' }, /^GRAPH_ACCESS=private needs a key .*: set GRAPH_JWT_SECRET_FILE or/],
    [
      'private reading for the pages of anyone',
      { ...jwtSettings, GRAPH_ACCESS: 'private', GRAPH_CORS_ORIGINS: '*' },
      /^GRAPH_CORS_ORIGINS=\* lets every page/,
    ],
    ['passages for a role without a key', { GRAPH_PASSAGES_FOR: 'curator' }, /^GRAPH_PASSAGES_FOR=curator needs a key/],
    ['metrics for a role without a key', { GRAPH_METRICS_FOR: 'admin' }, /^GRAPH_METRICS_FOR=admin needs a key/],
    ['a role that is none', { GRAPH_PASSAGES_FOR: 'friends' }, /^GRAPH_PASSAGES_FOR must be one of anyone, reader, curator, admin$/],
    ['a secret beside a set of keys', { ...jwtSettings, GRAPH_JWKS_URL: 'https://id.example/keys' }, /cannot both be set/],
    ['a key without an issuer', { ...jwtSettings, GRAPH_JWT_ISSUER: '' }, /^GRAPH_JWT_ISSUER must say whose tokens/],
    ['a key without an audience', { ...jwtSettings, GRAPH_JWT_AUDIENCE: '' }, /^GRAPH_JWT_AUDIENCE must say what this service/],
    ['keys fetched in the clear', { ...whoAndWhom, GRAPH_JWKS_URL: 'http://id.example/keys' }, /^GRAPH_JWKS_URL must begin with https/],
    ['keys fetched from a file', { ...whoAndWhom, GRAPH_JWKS_URL: 'file:///keys' }, /^GRAPH_JWKS_URL must be an address/],
    ['trust in everyone', { GRAPH_TRUSTED_PROXIES: '0.0.0.0/0' }, /^GRAPH_TRUSTED_PROXIES trusts every address/],
    ['trust in a name', { GRAPH_TRUSTED_PROXIES: 'proxy.example' }, /^GRAPH_TRUSTED_PROXIES must be addresses or networks/],
    ['a default password elsewhere', { ...elsewhere, NEO4J_PASSWORD: 'neo4j' }, /^NEO4J_PASSWORD is one that everyone tries first/],
    [
      'a default password behind a door to other machines',
      { NEO4J_URI: 'bolt://127.0.0.1', NEO4J_PASSWORD: 'password', GRAPH_HOST: '0.0.0.0' },
      /^NEO4J_PASSWORD is one that everyone tries first/,
    ],
    ['tokens sent in the clear', { ...jwtSettings, GRAPH_ACCESS: 'private', GRAPH_HOST: '::' }, /^GRAPH_HOST=:: would have tokens sent/],
    [
      'tokens of an open graph sent in the clear',
      { ...jwtSettings, GRAPH_HOST: '0.0.0.0' },
      /^GRAPH_HOST=0\.0\.0\.0 would have .*GRAPH_TRUSTED_PROXIES$/,
    ],
    [
      'tokens sent in the clear, checked by a set of keys',
      { ...whoAndWhom, GRAPH_JWKS_URL: 'https://id.example/keys', GRAPH_HOST: '192.0.2.1' },
      /^GRAPH_HOST=192\.0\.2\.1 would have tokens sent/,
    ],
  ])('with %s, by one message that says what to do', (_what, env, message) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(message)]);
    noteSafety('A2', { status: 'exit 2', note: 'one message' });
  });
});

describe('A2 a start is not refused', () => {
  it.each<[string, Environment]>([
    ['by an open graph on all addresses', { ...elsewhere, GRAPH_HOST: '0.0.0.0' }],
    ['by a default password that stays on this machine', { NEO4J_URI: 'bolt://localhost', NEO4J_PASSWORD: 'neo4j' }],
    ['by a private graph behind a proxy', { ...jwtSettings, GRAPH_ACCESS: 'private', GRAPH_HOST: '::', GRAPH_TRUSTED_PROXIES: '10.0.0.7' }],
    ['by tokens behind a proxy', { ...jwtSettings, GRAPH_HOST: '0.0.0.0', GRAPH_TRUSTED_PROXIES: '172.16.0.0/12' }],
    ['by tokens that stay on this machine', { ...jwtSettings, GRAPH_HOST: 'localhost' }],
    ['by passages for curators', { ...jwtSettings, GRAPH_PASSAGES_FOR: 'curator' }],
    ['by a set of keys', { ...whoAndWhom, GRAPH_JWKS_URL: 'https://id.example/keys' }],
    ['by two secrets in a file', { ...whoAndWhom, GRAPH_JWT_SECRET_FILE: inFile(`${secret}\n${[...secret].reverse().join('')}\n`) }],
  ])('%s', (_what, env) => {
    expect(faultsOf(env)).toEqual([]);
  });
});

describe('secrets', () => {
  it('are read from files, without the line end behind them', () => {
    const config = readConfig({ NEO4J_URI: 'neo4j://db.example', NEO4J_PASSWORD_FILE: inFile(' p w \n') });
    expect(config.neo4jPassword).toBe(' p w ');
  });

  it('are not said twice, and a file that gives none is told', () => {
    const file = inFile('kept to itself');
    expect(faultsOf({ ...elsewhere, NEO4J_PASSWORD_FILE: file })).toEqual(['NEO4J_PASSWORD and NEO4J_PASSWORD_FILE cannot both be set']);
    expect(faultsOf({ NEO4J_PASSWORD_FILE: inFile('\n') })).toEqual(['NEO4J_PASSWORD_FILE names a file that is empty']);
    expect(faultsOf({ NEO4J_PASSWORD_FILE: '/no/such/file' })).toEqual(['NEO4J_PASSWORD_FILE names a file that cannot be read']);
  });

  it('are never repeated by a fault', () => {
    const canary = 'canary-4711';
    expect(faultsOf({ ...jwtSettings, GRAPH_JWT_SECRET: canary, NEO4J_PASSWORD: canary, GRAPH_PROT: '1' }).join()).not.toContain(canary);
  });
});

it('metrics are for anyone on one’s own machine only, unless it is said', () => {
  expect(readConfig({}).metricsFor).toBe('anyone');
  expect(readConfig({ GRAPH_HOST: '0.0.0.0' }).metricsFor).toBe('admin');
  expect(readConfig({ ...jwtSettings, GRAPH_ACCESS: 'private' }).metricsFor).toBe('admin');
  expect(readConfig({ GRAPH_HOST: '0.0.0.0', GRAPH_METRICS_FOR: 'anyone' }).metricsFor).toBe('anyone');
});
