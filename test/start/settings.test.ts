import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { OperatorError } from '../../src/domain/errors.ts';

function faultOf(env: Record<string, string>): OperatorError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof OperatorError) return error;
  }
  throw new Error('these settings were accepted');
}

describe('settings', () => {
  it('have defaults that need no thought', () => {
    expect(readConfig({})).toMatchObject({
      production: true,
      port: 4000,
      host: '127.0.0.1',
      access: 'open',
      transactionTimeoutMs: 5000,
      neo4jUsername: 'neo4j',
      neo4jDatabase: 'neo4j',
    });
  });

  it('have the limits that are promised, each a setting of its own', () => {
    const { limits, maxBody, maxHeaders, headersTimeoutMs, bodyTimeoutMs, maxConnections } = readConfig({});
    expect({ ...limits, maxBody, maxHeaders, headersTimeoutMs, bodyTimeoutMs, maxConnections }).toEqual({
      tokens: 2000,
      validationErrors: 5,
      coercionErrors: 3,
      depth: 10,
      introspectionDepth: 16,
      aliases: 30,
      rootFields: 10,
      mutations: 1,
      fields: 10_000,
      nodes: 10_000,
      points: 1000,
      pageSize: 100,
      whereDepth: 4,
      predicates: 50,
      relationshipFilters: 3,
      listLength: 250,
      stringLength: 500,
      phraseLength: 100,
      phraseTerms: 8,
      pathFacts: 6,
      maxBody: 256 * 1024,
      maxHeaders: 16 * 1024,
      headersTimeoutMs: 10_000,
      bodyTimeoutMs: 15_000,
      maxConnections: 1000,
    });
    expect(readConfig({ GRAPH_MAX_PHRASE_TERMS: '3' }).limits.phraseTerms).toBe(3);
  });

  it('can lower and not raise what the schema says itself, nor ask more of the indexes than they take', () => {
    const { message } = faultOf({
      GRAPH_MAX_PAGE_SIZE: '101',
      GRAPH_MAX_PATH_FACTS: '7',
      GRAPH_MAX_VALIDATION_ERRORS: '1',
      GRAPH_MAX_PHRASE_LENGTH: '201',
      GRAPH_MAX_PHRASE_TERMS: '51',
    });
    expect(message.split('\n  - ').slice(1)).toEqual([
      'GRAPH_MAX_VALIDATION_ERRORS must lie between 2 and 1000000',
      'GRAPH_MAX_PAGE_SIZE must lie between 1 and 100',
      'GRAPH_MAX_PHRASE_LENGTH must lie between 1 and 200',
      'GRAPH_MAX_PHRASE_TERMS must lie between 1 and 50',
      'GRAPH_MAX_PATH_FACTS must lie between 1 and 6',
    ]);
  });

  it('cannot be changed after they were read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('count as unset when empty', () => {
    expect(readConfig({ GRAPH_PORT: '' }).port).toBe(4000);
  });

  it('are refused together, in one message that names every fault, with exit code 2', () => {
    const fault = faultOf({ GRAPH_PROT: '80', GRAPH_PORT: 'eighty', GRAPH_ACCESS: 'secret', GRAPH_TRANSACTION_TIMEOUT_MS: '1' });
    expect(fault.exitCode).toBe(2);
    expect(fault.message).toBe(
      [
        'The settings cannot be used:',
        '  - GRAPH_PROT is not a setting; did you mean GRAPH_PORT?',
        '  - GRAPH_PORT must be a whole number',
        '  - GRAPH_ACCESS must be open or private',
        '  - GRAPH_TRANSACTION_TIMEOUT_MS must lie between 100 and 600000',
      ].join('\n'),
    );
  });

  it('demand a password for a database elsewhere, and a scheme that Neo4j speaks', () => {
    const { message } = faultOf({ NEO4J_URI: 'http://localhost:7474' });
    expect(message).toContain('NEO4J_URI must begin with neo4j://');
    expect(faultOf({ NEO4J_URI: 'bolt://localhost:port' }).message).toContain('NEO4J_URI must be an address such as');
    expect(message).toContain('NEO4J_PASSWORD or NEO4J_PASSWORD_FILE must be set when NEO4J_URI is');
  });
});
