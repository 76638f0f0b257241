import { buildSchema, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { Environment } from '../../src/config/read-config.ts';
import { guardMutations } from '../../src/schema/guard-mutations.ts';
import { type ServerParts, startServer } from '../../src/server/start-server.ts';
import type { ServedGraph } from './serve-graph.ts';
import { testConfig } from './test-config.ts';

/** A schema that needs no database: what stands before it is what is tested. `slow` answers when `finish` is called. */
export function helloSchema(): { schema: GraphQLSchema; finish: () => void } {
  const schema = buildSchema('type Query { hello: String slow: String } type Mutation { review: String erase: String }');
  const waiting: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => waiting.push(() => resolve('done')));
  Object.assign(schema.getQueryType()?.getFields().hello ?? {}, { resolve: () => 'hello' });
  Object.assign(schema.getQueryType()?.getFields().slow ?? {}, { resolve: slow });
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) field.resolve = () => 'done';
  guardMutations(schema, { review: 'curator' });
  const finish = () => {
    for (const end of waiting.splice(0)) end();
  };
  return { schema, finish };
}

/** Serves that schema over HTTP with these settings, and with what is to be broken; the caller stops it. */
export async function serveHello(
  settings: Environment = {},
  broken: Partial<ServerParts<object>> = {},
): Promise<ServedGraph & { finish: () => void }> {
  const { schema, finish } = helloSchema();
  const logged: string[] = [];
  const server = await startServer({
    schema,
    config: testConfig(settings),
    logger: pino({ level: 'trace' }, { write: (line) => logged.push(line) }),
    stage: () => ({
      contextFactory: (caller) => ({ caller }),
      readinessChecks: [],
      readPool: () => undefined,
      version: () => Promise.reject(new Error('no graph')),
    }),
    mapError: (error) => error,
    storedOperations: new Map(),
    ...broken,
  });
  return { ...server, logged, finish };
}
