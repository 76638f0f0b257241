import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApollo } from '../../src/server/create-apollo.ts';
import { testConfig } from '../support/test-config.ts';

it('only questions that the guard passed, and that were asked before, are parsed no more', async () => {
  const parsed: string[] = [];
  const apollo = createApollo({
    schema: buildSchema('type Query { hello: String }'),
    config: testConfig({ GRAPH_MAX_ALIASES: '1', GRAPH_QUESTION_STORE_KB: '256' }),
    logger: pino({ level: 'silent' }),
    mapError: (error) => error,
    storedOperations: new Map(),
  });
  apollo.addPlugin({ requestDidStart: async ({ request }) => ({ parsingDidStart: async () => void parsed.push(request.query ?? '') }) });
  await apollo.start();
  const context = () => ({ contextValue: { record: { requestId: 'x' }, charge: () => {} } });
  const [passes, refused] = ['{ hello }', '{ a: hello b: hello }'];
  for (let times = 0; times < 4; times += 1) for (const query of [passes, refused]) await apollo.executeOperation({ query }, context());
  await apollo.stop();
  expect(parsed.filter((query) => query === passes)).toHaveLength(2);
  expect(parsed.filter((query) => query === refused)).toHaveLength(4);
});
