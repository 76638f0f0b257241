import type { Row, WriteTransaction } from '../database/connect.ts';
import type { FactType } from '../domain/facts.ts';
import { groupBy } from '../domain/group-by.ts';
import { canonicalJson, labelOfId } from '../domain/ids.ts';
import { agreementKinds } from '../domain/vocabulary.ts';
import { type Declaration, foldEntity, type LivingStatement, searchKeys } from './fold-entity.ts';

export interface EntityChanges {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly hidden: readonly string[];
}

const readMaterial = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
RETURN id, properties(e) AS stored, EXISTS { (e)<-[:END]-() } OR e:Agreement AS living,
  COLLECT { MATCH (e)<-[:ABOUT]-(s:Statement) RETURN s {.property, .value, .inferred, .text, .orderKey} } AS statements,
  COLLECT { MATCH (e)<-[d:DECLARES]-(s:Source) RETURN properties(d) ORDER BY coalesce(s.published, '~'), s.id } AS declarations,
  COLLECT { MATCH (e)<-[:ABOUT]-(n:FormerName) RETURN n.name ORDER BY n.name } AS formerNames,
  COLLECT {
    MATCH (e:Event)<-[:ABOUT]-(f:Figure {metric: 'ATTENDANCE'})
    WHERE f.unit IN ['人', '名'] AND coalesce(f.mode, 'ON_SITE') = 'ON_SITE' AND f.group IS NULL
    RETURN coalesce(f.value, f.min) AS people ORDER BY people DESC LIMIT 1
  }[0] AS headcount,
  COLLECT { MATCH (e)-[:PARTY]->(p) RETURN p {.name, .nameEn, .nameKey} ORDER BY p.nameKey } AS parties,
  COLLECT { MATCH (e)-[:PUBLISHED_BY]->(p) RETURN p.name ORDER BY p.nameKey } AS outlet,
  COLLECT { MATCH (e)-[:AUTHORED_BY]->(p) RETURN p.name ORDER BY p.nameKey } AS authors`;

/** The facts that are read there. What else ties an entity leaves its own properties as they are. */
const describing: readonly FactType[] = ['Statement', 'FormerName', 'Figure', 'Agreement', 'PUBLISHED_BY', 'AUTHORED_BY'];

/** Says whether entities copy anything of such facts. */
export const describesEntities = (type: FactType): boolean => describing.includes(type);

/** What copies the names of these, also where another file said so: the file that names a party may come last. */
const readFollowers = `
UNWIND $ids AS id
MATCH (named:Entity {id: id})<-[:PARTY|PUBLISHED_BY|AUTHORED_BY]-(e:Agreement|Source)
USING INDEX SEEK named:Entity(id)
RETURN DISTINCT e.id AS id`;

/** Brings the entities' own properties up to what the living statements say; one with no living fact is hidden, its id kept. */
export async function writeEntities(tx: WriteTransaction, ids: readonly string[], created: readonly string[]): Promise<EntityChanges> {
  // An agreement is named after its parties, and a source lists its authors: those must have their names first.
  const isComposed = (id: string) => /^(agreement|source):/.test(id);
  const first = await writeSome(
    tx,
    ids.filter((id) => !isComposed(id)),
  );
  const followers = (await tx.run(readFollowers, { ids: first.changed })).map((row) => String(row.id));
  const second = await writeSome(tx, [...new Set([...ids.filter(isComposed), ...followers])]);
  const changed = [...first.changed, ...second.changed];
  return { created, changed: changed.filter((id) => !created.includes(id)), hidden: [...first.hidden, ...second.hidden] };
}

async function writeSome(tx: WriteTransaction, ids: readonly string[]) {
  if (ids.length === 0) return { changed: [], hidden: [] };
  const rows = await tx.run(readMaterial, { ids });
  const living = rows
    .filter((row) => row.living)
    .map((row) => ({ id: String(row.id), properties: differing(propertiesOf(row), row.stored as Row) }));
  const changed = living.filter(({ properties }) => Object.keys(properties).length > 0);
  await tx.run('UNWIND $rows AS row MATCH (e:Entity {id: row.id}) USING INDEX SEEK e:Entity(id) SET e += row.properties', {
    rows: changed,
  });
  const hidden = rows.filter((row) => !row.living).map((row) => String(row.id));
  await hide(tx, hidden);
  return { changed: changed.map((row) => row.id), hidden };
}

const differing = (properties: Row, stored: Row): Row =>
  Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => canonicalJson(value ?? null) !== canonicalJson(stored[name] ?? null)),
  );

function propertiesOf(row: Row): Row {
  const id = String(row.id);
  const label = labelOfId(id) ?? '';
  if (label === 'Agreement') return agreementProperties(id, row);
  const material = {
    id,
    label,
    statements: row.statements as LivingStatement[],
    declarations: row.declarations as Declaration[],
    formerNames: row.formerNames as string[],
  };
  return {
    ...foldEntity(material),
    ...(label === 'Source' && { outlet: row.outlet, authors: row.authors }),
    ...(label === 'Event' && { headcount: row.headcount }),
  };
}

type Party = { name: string; nameEn?: string };

/** An agreement bears no name in print: it is called by its parties and its kind. */
function agreementProperties(id: string, { stored, parties, declarations }: Row): Row {
  const { kind } = stored as { kind: keyof typeof agreementKinds };
  const label = agreementKinds[kind];
  const name = `${(parties as Party[]).map((party) => party.name).join('、')}：${label.zh}`;
  const nameEn = `${(parties as Party[]).map((party) => party.nameEn ?? party.name).join(' – ')}: ${label.en}`;
  const aliases = (declarations as { aliases?: string[] }[]).flatMap((row) => row.aliases ?? []);
  return { name, nameEn, nameEnStatus: 'TRANSLATED', aliases, formerNames: [], ...searchKeys(id, name, [], 'Agreement') };
}

async function hide(tx: WriteTransaction, ids: readonly string[]): Promise<void> {
  for (const [label, own] of groupBy(ids, (id) => labelOfId(id) ?? ''))
    await tx.run(
      `UNWIND $ids AS id
       MATCH (e:Entity {id: id})
       USING INDEX SEEK e:Entity(id)
       CALL (e) { OPTIONAL MATCH (e)-[place:ON_ROSTER|ON_OWN_ROSTER]-() DELETE place }
       REMOVE e:Entity:${label}
       SET e:HiddenEntity, e = {id: id}`,
      { ids: own },
    );
}
