import { createHash, type Hash } from 'node:crypto';
import type { Database } from '../database/connect.ts';
import { canonicalJson } from '../domain/ids.ts';

const pageSize = 5000;
const timeoutMs = 60_000;

/** What the digest covers, each read in the order of its ids; times of recording and projections are left out. */
const parts = [
  `MATCH (e:Entity) WHERE e.id > $after
   RETURN e.id AS key, e {.*, dateKey: null, fileHash: null, recorded: null, ownRecorded: null} AS content ORDER BY e.id LIMIT $limit`,
  `MATCH (f:Fact) WHERE f.factId > $after
   RETURN f.factId AS key, [properties(f), COLLECT { MATCH (f)-[r:END]->() RETURN [r.part, r.entityId] AS tie ORDER BY r.part, r.entityId }] AS content ORDER BY f.factId LIMIT $limit`,
  `MATCH (v:Evidence) WHERE v.id > $after AND v.withdrawnAt IS NULL
   RETURN v.id AS key, v {.*, recordedAt: null} AS content ORDER BY v.id LIMIT $limit`,
];

/** A hash over the living entities, facts and evidence: two graphs that say the same have the same. */
export async function computeDigest(database: Database): Promise<string> {
  const hash = createHash('sha256');
  for (const statement of parts) await addAll(database, hash, statement);
  return `sha256:${hash.digest('hex')}`;
}

async function addAll(database: Database, hash: Hash, statement: string): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await database.read(statement, { after, limit: pageSize }, { timeoutMs });
    for (const row of rows) hash.update(`${canonicalJson([row.key, row.content])}\n`);
    if (rows.length < pageSize) return;
    after = String(rows.at(-1)?.key);
  }
}
