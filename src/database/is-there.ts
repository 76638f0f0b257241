import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';

/** How long a Neo4j that is there may take to say so. Units: ms. */
const patienceMs = 2000;

const asked = new WeakMap<Driver, Promise<boolean>>();

/** Tells whether Neo4j answers at all; those who ask at once are told together. */
export function isThere(driver: Driver): Promise<boolean> {
  const asking = asked.get(driver) ?? ask(driver).finally(() => asked.delete(driver));
  asked.set(driver, asking);
  return asking;
}

async function ask(driver: Driver): Promise<boolean> {
  const answer = driver.verifyConnectivity().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, sleep(patienceMs, false, { ref: false })]);
}
