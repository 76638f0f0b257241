import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../src/dashboard/graphiql-examples.ts';
import type { Database } from '../../src/database/connect.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await seededGraph();
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

/** Over HTTP, for the guard must let an example through too. */
async function run({ query, variables = '{}' }: (typeof examples)[number]) {
  const body = JSON.stringify({ query, variables: JSON.parse(variables) });
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
}

/** Whether something is said: a list with a member, or an answer that is known. */
const says = (answer: unknown): boolean =>
  Array.isArray(answer) ? answer.length > 0 : /"(edges|entries|facts|hits|nodes)":(\{"edges":)?\[\{/.test(JSON.stringify(answer));

describe('the ready examples of GraphiQL', () => {
  it.each(examples.map((example) => ({ ...example, name: nameOf(example.query) })))('$name is answered', async (example) => {
    const { data, errors } = await run(example);
    expect(errors).toBeUndefined();
    expect(Object.values(data).every(says), JSON.stringify(data)).toBe(true);
  });
});

/** The name that GraphiQL puts on the tab. */
function nameOf(query: string): string | undefined {
  const [operation] = parse(query).definitions;
  return operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined;
}
