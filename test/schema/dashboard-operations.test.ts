import { createHash } from 'node:crypto';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readOperations } from '../../src/dashboard/build/read-operations.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';

describe('the questions of the dashboard', async () => {
  const operations = await readOperations();
  const { schema } = await buildSchema();

  it('are stored under the SHA-256 of their text', () => {
    for (const [hash, text] of Object.entries(operations)) expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(Object.keys(operations).length).toBeGreaterThan(10);
  });

  it.each(Object.values(operations).map((text) => [/^query (\w+)/.exec(text)?.[1], text]))(
    '%s can be asked of the schema',
    (_name, text) => {
      expect(validate(schema, parse(text ?? '')).map(({ message }) => message)).toEqual([]);
    },
  );
});
