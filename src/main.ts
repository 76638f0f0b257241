import { setFlagsFromString } from 'node:v8';
import closeWithGrace from 'close-with-grace';
import { type Config, readConfig } from './config/read-config.ts';
import { killEmbedded, type OpenDatabase, openDatabase, stopEmbedded } from './database/embedded/open-database.ts';
import { explainError, OperatorError } from './domain/errors.ts';
import { tryPort } from './server/listen.ts';
import type { RunningServer } from './server/start-server.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const running: { config?: Config; open?: OpenDatabase; server?: RunningServer; stopping?: boolean } = {};

// The API first, so that no question meets a database that is gone.
async function stop(): Promise<void> {
  await running.server?.stop();
  await running.open?.close();
  if (running.config) await stopEmbedded(running.config, say);
}

async function start(): Promise<void> {
  checkArguments();
  const config = readConfig(process.env);
  await tryPort(config.host, config.port);
  running.config = config;
  const opening = openDatabase(config, say).then((open) => {
    running.open = open;
    return open;
  });
  // Awaited in `serve`; a failure before that must not go unheard.
  opening.catch(() => {});
  // What loading and building throw away would have the space for young objects grow, for good.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Garbage is looked for once it is as much as what is alive; V8 alone lets it become thrice as much, where memory is to be had.
  setFlagsFromString('--heap-growing-percent=100');
  // The setting's default, said before graphql is loaded: elsewhere it looks at every type whether it is from another copy of graphql.
  process.env.NODE_ENV ??= 'production';
  // Loaded only now, while Neo4j starts: the libraries take seconds.
  const { serve } = await import('./serve.ts');
  const { server, ready } = await serve(opening, config, say);
  running.server = server;
  await ready;
  setFlagsFromString('--semi-space-growth-factor=2');
}

function checkArguments(): void {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--seed');
  if (unknown !== undefined) throw new OperatorError(`${unknown} is not an argument of npm start. The only one is --seed.`, 2);
}

/** Ends with what an operator can act on; what breaks because we are stopping is no fault. */
async function fail(error: unknown): Promise<void> {
  if (running.stopping) return;
  await stop().catch(() => {});
  say(explainError(error));
  process.exit(error instanceof OperatorError ? error.exitCode : 1);
}

// Neo4j may take most of a minute to stop on a busy machine; a second Ctrl-C ends at once.
const onSecondSignal = (): void => void (running.config && killEmbedded(running.config));
closeWithGrace({ delay: 120_000, logger: false, onSecondSignal }, async ({ err }) => {
  running.stopping = true;
  if (err) say(String(err.stack ?? err));
  await stop();
});
await start().catch(fail);
