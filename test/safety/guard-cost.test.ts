import { getOperationAST, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { defaultLimits } from '../../src/domain/limits.ts';
import { createGuard } from '../../src/guard/guard-operation.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { noteSafety } from '../support/note-safety.ts';
import { readmeQuestions } from '../support/readme-questions.ts';

const ROUNDS = 200;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

it('R2: the guard takes 0.3 ms at most for a document it knows, at the median of the questions of the README', async () => {
  const { schema } = await buildSchema();
  const guard = createGuard(defaultLimits, 'enforce');
  const medians = readmeQuestions().map(({ query, variables }) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The README asks something that is no single operation.');
    expect(validate(schema, document)).toEqual([]);
    const times = Array.from({ length: ROUNDS }, () => {
      const begun = performance.now();
      const { faults, excesses } = guard({ schema, document, operation }, variables);
      const ms = performance.now() - begun;
      expect([faults, excesses]).toEqual([[], []]);
      return ms;
    });
    return median(times);
  });
  expect(medians).toHaveLength(10);
  noteSafety('R2', { ms: median(medians), note: 'median of ten' });
  noteSafety('R2', { ms: Math.max(...medians), note: 'slowest of ten' });
  expect(median(medians)).toBeLessThanOrEqual(0.3);
});
