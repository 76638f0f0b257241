import { setTimeout as sleep } from 'node:timers/promises';

/** A statement that was sent, and what ends it. */
export interface Sent {
  readonly answer: Promise<unknown>;
  stop(): void;
}

/** How long a Neo4j that is there may take to say so. Units: ms. */
const patienceMs = 2000;

/**
 * Makes what tells whether Neo4j answers at all; those who ask at once are told together.
 * `send`: by a statement, for the driver's own check takes the word of a connection on which nothing was asked yet.
 */
export function watchPresence(send: () => Sent): () => Promise<boolean> {
  const ask = async () => {
    const { answer, stop } = send();
    const said = answer.then(
      () => true,
      () => false,
    );
    const isThere = await Promise.race([said, sleep(patienceMs, false, { ref: false })]);
    stop();
    return isThere;
  };
  let asking: Promise<boolean> | undefined;
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
