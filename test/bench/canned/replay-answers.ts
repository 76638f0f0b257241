import { boltMessages } from '../../support/bolt-messages.ts';
import { type BoltAddress, listenForBolt } from './listen-for-bolt.ts';
import { isManifest } from './record-answers.ts';
import { type Answers, requestKeys } from './request-keys.ts';

/** Answers as Neo4j did when it was asked the same, without Neo4j; cuts off, and says so, who asks for anything else. */
export function replayAnswers(answers: Answers): Promise<BoltAddress> {
  return listenForBolt((client) => {
    let greeting: Buffer | undefined;
    const keyOf = requestKeys();
    const cut = boltMessages(() => greeting !== undefined && isManifest(greeting));
    client.on('data', (bytes) => {
      // As Neo4j does: what was asked together is answered together.
      client.cork();
      for (const message of cut(bytes)) {
        const key = keyOf(message);
        const answer = key === undefined ? undefined : answers.get(key);
        greeting ??= answer;
        if (answer) client.write(answer);
        else if (key !== undefined) {
          console.error(`The stand-in for Neo4j was never told the answer to ${key.slice(0, 2000)}`);
          client.destroy();
          return;
        }
      }
      client.uncork();
    });
  });
}
