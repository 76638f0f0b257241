import type { Config } from './config/read-config.ts';
import { freeMegabytes } from './database/embedded/free-space.ts';
import type { OpenDatabase } from './database/embedded/open-database.ts';
import { findMissingSchema } from './recording/find-missing-schema.ts';
import { type Overhaul, readOverhaul } from './recording/overhaul.ts';
import { readPending } from './recording/pending-imports.ts';
import type { ReadinessCheck } from './server/readiness.ts';

const timeoutMs = 2000;

/** What must hold for questions to be answered well; the words are for strangers too, so they name no host and no folder. */
export function readinessChecks(
  { database, embedded }: Pick<OpenDatabase, 'database' | 'embedded'>,
  config: Pick<Config, 'home' | 'leastFreeMb'>,
): ReadinessCheck[] {
  const answers = async () => {
    try {
      await database.read('RETURN 1', {}, { timeoutMs });
      return undefined;
    } catch {
      return 'The database does not answer.';
    }
  };
  return [
    { name: 'database', check: answers },
    { name: 'schema', check: async () => sayMissing(await findMissingSchema(database)) },
    {
      name: 'import',
      check: async () => sayOverhaul(await readOverhaul(database)) ?? sayPending(await readPending(database)),
    },
    // The disk of a Neo4j that runs elsewhere is watched there.
    { name: 'disk', check: async () => (embedded ? sayFree(await freeMegabytes(config.home), config.leastFreeMb) : undefined) },
  ];
}

const sayMissing = (names: readonly string[]): string | undefined =>
  names.length === 0
    ? undefined
    : `The database lacks ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and more' : ''}. Start the service anew.`;

const sayOverhaul = (overhaul?: Overhaul): string | undefined => overhaul && `A ${overhaul} is unfinished.`;

const sayPending = (sources: readonly string[]): string | undefined =>
  sources.length === 0 ? undefined : `Import unfinished: ${sources.length} of its sources are not stored yet.`;

const sayFree = (free: number, least: number): string | undefined =>
  free >= least ? undefined : `Only ${free} MB are free where the data lie; ${least} MB are needed.`;
