import { expect } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { audit } from '../../src/recording/audit.ts';
import { computeDigest } from '../../src/recording/digest.ts';

/** What a client knows after a fault: how many of its writes were acknowledged, and how many it never heard of again. */
export interface Heard {
  readonly acknowledged: number;
  readonly unknown: number;
}

/**
 * The checker of docs/safety.md. Shape: what is wrong, in words; empty when acknowledged ⊆ stored ⊆ acknowledged ∪ unknown, each write stands once,
 * and what is stored is whole in itself.
 */
export async function checkFault(database: Database, { acknowledged, unknown }: Heard): Promise<string[]> {
  await allEnded(database);
  const [row] = await database.read('MATCH (o:Operation) RETURN count(o) AS stored, count(DISTINCT o.id) AS different');
  const { stored, different } = row as { stored: number; different: number };
  return [
    ...(stored < acknowledged ? [`${acknowledged} acknowledged, ${stored} stored`] : []),
    ...(stored > acknowledged + unknown ? [`${stored} stored of ${acknowledged} acknowledged and ${unknown} unknown`] : []),
    ...(stored === different ? [] : [`${stored} writes with ${different} ids`]),
    ...(await audit(database)).filter((finding) => !/line is cited/.test(finding.check)).map((finding) => JSON.stringify(finding)),
  ];
}

/** A commit whose client is dead may still be on its way, and other readers see its nodes before they find its relationships by their index. */
const allEnded = (database: Database): Promise<void> =>
  expect.poll(() => database.read('SHOW TRANSACTIONS YIELD transactionId RETURN transactionId')).toHaveLength(1);

/** After the same command has run again: nothing is missing, doubled or unfinished, and the digest is that of a graph without a fault. */
export async function checkHealed(database: Database, digest: string): Promise<string[]> {
  const [row] = await database.read(
    `RETURN COUNT { MATCH (:PendingImport) } AS pending, COUNT { MATCH (:ImportLock) } AS locks,
      COUNT { MATCH (a)-[r]->(b) MATCH (a)-[s]->(b) WHERE type(r) = type(s) AND elementId(r) < elementId(s) AND properties(r) = properties(s) } AS twice`,
  );
  const found = await computeDigest(database);
  return [
    ...(found === digest ? [] : [`the digest is ${found}, without a fault ${digest}`]),
    ...Object.entries(row ?? {}).flatMap(([what, count]) => (count === 0 ? [] : [`${what}: ${count}`])),
    ...(await audit(database)).map((finding) => JSON.stringify(finding)),
  ];
}
