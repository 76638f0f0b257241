/**
 * Given to a command by `--import`: keeps the journal of a client in the file that `JOURNAL` names, each line on disk before the command goes on.
 * `sent` stands there before a COMMIT of that operation goes out, `stored` once Neo4j has acknowledged it; with the moment, in ms.
 */
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { Session } from 'neo4j-driver';

const claim = /MERGE \(\w+:Operation \{id: \$id\}\)/;
const journal = openSync(process.env.JOURNAL, 'a');

function note(what, id) {
  writeSync(journal, `${what} ${id} ${performance.timeOrigin + performance.now()}\n`);
  fsyncSync(journal);
}

/** The transaction, whose operation is told as soon as one is claimed. */
const watched = (tx, tell) => ({
  run: (statement, parameters) => {
    if (claim.test(statement)) tell(parameters.id);
    return tx.run(statement, parameters);
  },
});

const { executeWrite } = Session.prototype;
Session.prototype.executeWrite = async function (work, config) {
  let id;
  const workNoted = async (tx) => {
    id = undefined;
    const tell = (claimed) => {
      id = claimed;
    };
    const answer = await work(watched(tx, tell));
    if (id) note('sent', id);
    return answer;
  };
  const answer = await executeWrite.call(this, workNoted, config);
  if (id) note('stored', id);
  return answer;
};
