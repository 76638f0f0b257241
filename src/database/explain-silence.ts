import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';
import { type GraphError, TimeoutError, UnavailableError } from '../domain/errors.ts';

/** How long a Neo4j that is there may take to say so. Units: ms. */
const patienceMs = 1000;

const asked = new WeakMap<Driver, Promise<boolean>>();

/** Says why a statement has had no answer in its time: Neo4j is at it still, or does not answer at all. Those who ask at once are told together. */
export async function explainSilence(driver: Driver): Promise<GraphError> {
  const asking = asked.get(driver) ?? isThere(driver).finally(() => asked.delete(driver));
  asked.set(driver, asking);
  return (await asking) ? new TimeoutError() : new UnavailableError('The database does not answer. Try again shortly.');
}

async function isThere(driver: Driver): Promise<boolean> {
  const answer = driver.verifyConnectivity().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, sleep(patienceMs, false, { ref: false })]);
}
