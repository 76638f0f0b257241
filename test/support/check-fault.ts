import { expect } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { audit } from '../../src/recording/audit.ts';
import { computeDigest } from '../../src/recording/digest.ts';

/** The ids of a client's writes after a fault: those that were acknowledged, and those that it sent and never heard of again. */
export interface Heard {
  readonly acknowledged: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * The checker of docs/safety.md. Shape: what is wrong, in words; empty when acknowledged ⊆ stored ⊆ acknowledged ∪ unknown, each write stands once,
 * and what is stored is whole in itself.
 */
export async function checkFault(database: Database, heard: Heard): Promise<string[]> {
  await allEnded(database);
  return [
    ...(await checkWrites(database, heard)),
    ...(await audit(database)).filter((finding) => !/line is cited/.test(finding.check)).map((finding) => JSON.stringify(finding)),
  ];
}

/** A commit whose client is dead may still be on its way, and other readers see its nodes before they find its relationships by their index. */
const allEnded = (database: Database): Promise<void> =>
  expect.poll(() => database.read('SHOW TRANSACTIONS YIELD transactionId RETURN transactionId')).toHaveLength(1);

/** The part of it that speaks of ids: each that was acknowledged is stored, and once, and none beyond those that may be. */
export async function checkWrites(database: Database, { acknowledged, unknown }: Heard): Promise<string[]> {
  const stored = (await database.read('MATCH (o:Operation) RETURN o.id AS id')).map(({ id }) => String(id));
  const [there, sent] = [new Set(stored), new Set([...acknowledged, ...unknown])];
  return [
    ...acknowledged.filter((id) => !there.has(id)).map((id) => `${id} was acknowledged and is not stored`),
    ...[...there].filter((id) => !sent.has(id)).map((id) => `${id} is stored, but was never sent, or was told as failed`),
    ...(stored.length === there.size ? [] : [`${stored.length} writes with ${there.size} ids`]),
  ];
}

const doubled = (pattern: string, key: string) =>
  `COUNT { MATCH ${pattern} WITH ${key} AS id, count(*) AS times WHERE times > 1 RETURN id }`;
const leftOver = `RETURN COUNT { MATCH (:PendingImport) } AS pending, COUNT { MATCH (:ImportLock) } AS locks,
  ${doubled('(n:Entity|HiddenEntity|Evidence|Source|Operation)', 'n.id')} AS doubledIds,
  ${doubled('(f:Fact)', 'f.factId')} AS doubledFacts,
  COUNT { MATCH (a)-[r]->(b) MATCH (a)-[s]->(b) WHERE type(r) = type(s) AND elementId(r) < elementId(s) AND properties(r) = properties(s) } AS twice`;

/** After the same command has run again: nothing is missing, doubled or unfinished, and the digest is that of a graph without a fault. */
export async function checkHealed(database: Database, digest: string): Promise<string[]> {
  const [row] = await database.read(leftOver);
  const found = await computeDigest(database);
  return [
    ...(found === digest ? [] : [`the digest is ${found}, without a fault ${digest}`]),
    ...Object.entries(row ?? {}).flatMap(([what, count]) => (count === 0 ? [] : [`${what}: ${count}`])),
    ...(await audit(database)).map((finding) => JSON.stringify(finding)),
  ];
}
