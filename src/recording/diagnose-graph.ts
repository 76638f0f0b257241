import type { Database } from '../database/connect.ts';
import { broken, type Diagnosis, doubtful, healthy } from '../domain/diagnosis.ts';
import { computeDigest } from './digest.ts';
import { findMissingSchema } from './find-missing-schema.ts';
import { readPending } from './pending-imports.ts';
import { readStatus } from './read-status.ts';

/** 5.26, as one number: the first that creates relationships of types worked out. */
const OLDEST = 5026;
/** What bounds a question inside Neo4j; without them one question can take the whole server. */
const bounds = [
  'db.transaction.timeout',
  'db.transaction.concurrent.maximum',
  'db.memory.transaction.max',
  'db.lock.acquisition.timeout',
  'dbms.memory.transaction.total.max',
];
/** The first patch of 5.26 without a known hole (CVE-2026-1471, of the Enterprise edition). */
const SAFE_PATCH = 22;

/** Looks at the database and at what the graph in it says. */
export async function diagnoseGraph(database: Database): Promise<Diagnosis[]> {
  const checks = [versionOf, boundsOf, proceduresOf, schemaOf, importsOf, contentOf];
  const found: Diagnosis[] = [];
  for (const check of checks) found.push(...(await check(database)));
  return found;
}

async function versionOf(database: Database): Promise<Diagnosis[]> {
  const [row] = await database.read('CALL dbms.components() YIELD edition, versions RETURN edition, versions[0] AS version');
  const version = String(row?.version);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const found = `${version} ${String(row?.edition)}`;
  const release = major * 1000 + minor;
  if (release < OLDEST) return [broken('Neo4j', found, 'Use Neo4j 5.26.')];
  if (release === OLDEST && patch < SAFE_PATCH) return [doubtful('Neo4j', found, `Use Neo4j 5.26.${SAFE_PATCH} or later.`)];
  return [healthy('Neo4j', found)];
}

async function boundsOf(database: Database): Promise<Diagnosis[]> {
  try {
    const rows = await database.read('SHOW SETTINGS YIELD name, value WHERE name IN $bounds RETURN name, value', { bounds });
    const open = rows.filter((row) => /^(?:0[a-z]*|0\.00B)$/i.test(String(row.value))).map((row) => String(row.name));
    if (open.length === 0) return [healthy('limits of Neo4j', rows.map((row) => `${row.name} ${row.value}`).join(', '))];
    return [
      doubtful(
        'limits of Neo4j',
        `unlimited: ${open.join(', ')}`,
        'Set them in neo4j.conf as src/database/embedded/write-configuration.ts does.',
      ),
    ];
  } catch {
    return [
      doubtful('limits of Neo4j', 'this account may not read them', 'Ask whoever runs the server for the values in docker-compose.yml.'),
    ];
  }
}

async function proceduresOf(database: Database): Promise<Diagnosis[]> {
  try {
    await database.read('RETURN apoc.version()');
    const rows = await database.read("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'apoc.load' RETURN name LIMIT 1");
    if (rows.length === 0) return [healthy('APOC', 'there, without procedures that reach outside')];
    return [
      doubtful(
        'APOC',
        `${rows[0]?.name} can reach files and addresses`,
        'Set dbms.security.procedures.allowlist as docker-compose.yml does.',
      ),
    ];
  } catch {
    return [broken('APOC', 'missing', 'Install APOC core of the same version as Neo4j.')];
  }
}

async function schemaOf(database: Database): Promise<Diagnosis[]> {
  const missing = await findMissingSchema(database);
  if (missing.length === 0) return [healthy('constraints and indexes', 'all there')];
  const few = `${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ` and ${missing.length - 8} more` : ''}`;
  return [broken('constraints and indexes', `missing: ${few}`, '`npm start` puts them back.')];
}

async function importsOf(database: Database): Promise<Diagnosis[]> {
  const pending = await readPending(database);
  if (pending.length === 0) return [healthy('imports', 'none unfinished')];
  return [doubtful('imports', `unfinished: ${pending.join(', ')}`, 'Run the same import again; what is stored already stays as it is.')];
}

async function contentOf(database: Database): Promise<Diagnosis[]> {
  const { entities, facts, evidence } = await readStatus(database);
  return [
    healthy('graph', `${entities} entities, ${facts} facts, ${evidence} pieces of evidence`),
    healthy('digest', await computeDigest(database)),
  ];
}
