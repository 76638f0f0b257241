import { expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { judgeQuestion } from '../support/judge-question.ts';
import { readmeQuestions } from '../support/readme-questions.ts';
import { storedQuestions } from '../support/stored-questions.ts';

it('every question that we show passes the guard as it is set by default', async () => {
  const { schema } = await buildSchema();
  const shown = [...readmeQuestions(), ...storedQuestions()];
  const refused = shown.flatMap(({ title, query, variables }) => {
    const names = judgeQuestion(schema, query, variables).refused;
    return names.length > 0 ? [[title, names]] : [];
  });
  expect(shown.length).toBeGreaterThan(20);
  expect(refused).toEqual([]);
});
