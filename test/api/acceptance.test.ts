import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { graphs, storeAnswer, storedQuestions } from '../support/stored-questions.ts';

const questions = storedQuestions();

it('the index of the questions names every one of them', () => {
  const index = readFileSync(new URL('../../docs/questions/README.md', import.meta.url), 'utf8');
  expect([...index.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, file]) => file).sort()).toEqual(questions.map(({ file }) => file));
});

describe.each(Object.entries(graphs))('of the %s', (graph, files) => {
  let database: Database;
  let ask: Awaited<ReturnType<typeof askSchema>>;
  beforeAll(async () => {
    database = await seededGraph(files());
    ask = await askSchema(database);
  });
  afterAll(() => database.close());

  it.each(questions.filter((question) => question.graph === graph))('$file: $title', async ({ file, query, variables, answer }) => {
    const { data, errors } = await ask(query, variables);
    expect(errors).toBeUndefined();
    // `UPDATE_QUESTIONS=1 npx vitest run test/api/acceptance.test.ts` writes the answers anew; read them before you commit them.
    if (process.env.UPDATE_QUESTIONS) storeAnswer(file, data);
    else expect(JSON.parse(JSON.stringify(data))).toEqual(answer);
  });
});
