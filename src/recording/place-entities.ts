import type { Row, WriteTransaction } from '../database/connect.ts';
import { labelOfId } from '../domain/ids.ts';

const readPlaced = `
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
OPTIONAL MATCH (h:HiddenEntity {id: id})
USING INDEX SEEK h:HiddenEntity(id)
RETURN id, e IS NOT NULL AS stands, e.name IS NULL AS nameless, h IS NOT NULL AS hidden`;

const unhide =
  'UNWIND $rows AS row MATCH (e:HiddenEntity {id: row.id}) USING INDEX SEEK e:HiddenEntity(id) SET e:Entity:$(row.label) REMOVE e:HiddenEntity';
// An agreement is a fact, which makes its node.
const forget = 'UNWIND $rows AS row MATCH (e:HiddenEntity {id: row.id}) USING INDEX SEEK e:HiddenEntity(id) DETACH DELETE e';
const create = 'UNWIND $rows AS row CREATE (e:Entity:$(row.label) {id: row.id})';

interface Placed {
  readonly id: string;
  readonly label: string;
  readonly stands: boolean;
  readonly nameless: boolean;
  readonly hidden: boolean;
}

/** Makes sure a node stands for every id that facts are about to tie. Shape: the ids that were not there. */
export async function placeEntities(tx: WriteTransaction, ids: readonly string[]): Promise<string[]> {
  const rows = (await tx.run(readPlaced, { ids })).map(placedOf);
  const hidden = rows.filter((row) => row.hidden);
  const isAgreement = ({ label }: Placed) => label === 'Agreement';
  await send(tx, forget, hidden.filter(isAgreement));
  await send(
    tx,
    unhide,
    hidden.filter((row) => !isAgreement(row)),
  );
  await send(
    tx,
    create,
    rows.filter((row) => !row.stands && !row.hidden && !isAgreement(row)),
  );
  return rows.filter((row) => row.nameless).map((row) => row.id);
}

const placedOf = (row: Row): Placed => ({ ...row, id: String(row.id), label: labelOfId(String(row.id)) ?? '' }) as Placed;

async function send(tx: WriteTransaction, cypher: string, rows: readonly Placed[]): Promise<void> {
  if (rows.length > 0) await tx.run(cypher, { rows: rows.map(({ id, label }) => ({ id, label })) });
}
