import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { glance } from '../support/glance.ts';
import { readmePath, readmeQuestions } from '../support/readme-questions.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const questions = readmeQuestions();

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;
beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});
afterAll(() => database.close());

it('the README asks ten questions', () => {
  expect(questions).toHaveLength(10);
});

it.each(questions)('the README tells the answer as it comes out: $title', async ({ whole, query, variables, answer }) => {
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  // `UPDATE_README=1 npx vitest run test/api/readme.test.ts` writes the answers anew; read them before you commit them.
  if (process.env.UPDATE_README) {
    const fresh = whole.replace(/```json answer\n[\s\S]*?\n```/, () => `\`\`\`json answer\n${glance(data)}\n\`\`\``);
    writeFileSync(
      readmePath,
      readFileSync(readmePath, 'utf8').replace(whole, () => fresh),
    );
  } else expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(answer));
});
