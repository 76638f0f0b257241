import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';

/** How long a Neo4j that is there may take to say so. Units: ms. */
const patienceMs = 2000;

const asked = new WeakMap<Driver, Promise<boolean>>();

/** Tells whether Neo4j answers at all; those who ask at once are told together. */
export function isThere(driver: Driver, database: string): Promise<boolean> {
  const asking = asked.get(driver) ?? ask(driver, database).finally(() => asked.delete(driver));
  asked.set(driver, asking);
  return asking;
}

/** By a statement, for the driver's own check takes the word of a connection on which nothing was asked yet. */
async function ask(driver: Driver, database: string): Promise<boolean> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  const answer = session.run('RETURN 1').then(
    () => true,
    () => false,
  );
  answer.finally(() => session.close()).catch(() => {});
  return Promise.race([answer, sleep(patienceMs, false, { ref: false })]);
}
