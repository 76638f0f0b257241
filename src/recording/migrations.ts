import { factSpecs, factTypes } from '../domain/facts.ts';
import { entityKinds } from '../domain/vocabulary.ts';

/** One numbered change of the database's schema. A number, once released, keeps its statements. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

const unique = (name: string, pattern: string, property: string) =>
  `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE ${property} IS UNIQUE`;
const index = (name: string, pattern: string, ...properties: string[]) =>
  `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${properties.join(', ')})`;
const lower = (label: string) => label.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

const labels = Object.values(entityKinds).map((kind) => kind.label);
const nodeTypes = factTypes.filter((type) => factSpecs[type].form === 'node');
const linkTypes = factTypes.filter((type) => factSpecs[type].form === 'relationship');
const fullText = (name: string, properties: string[], analyzer: string) =>
  `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:Entity) ON EACH [${properties.map((property) => `n.${property}`).join(', ')}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`;
const rosterIndexes = (type: string) => [
  ...['roleKey', 'nameKey', 'printedKey'].map((key) =>
    index(`${type.toLowerCase()}_${lower(key)}`, `()-[r:${type}]-()`, 'r.eventId', `r.${key}`),
  ),
  index(`${type.toLowerCase()}_date`, `()-[r:${type}]-()`, 'r.participantId', 'r.date'),
];

// A participant at a time, from the facts to the places: a hub's are many, and each is read once.
const fillFactIds = (roster: string, depth: string) => `MATCH (p:Entity)
WHERE EXISTS { MATCH (p)-[place:${roster}]->() WHERE place.factIds IS NULL }
CALL (p) {
  MATCH (p)-[h:PARTICIPATED_IN]->(:Event)-[:PART_OF*${depth}]->(e:Event)
  WITH p, e, h.factId AS factId ORDER BY factId
  WITH p, e, collect(DISTINCT factId) AS factIds
  MATCH ()-[place:${roster}]->()
  USING INDEX place:${roster}(eventId, nameKey)
  WHERE place.eventId = e.id AND place.nameKey = p.nameKey
  SET place.factIds = factIds
} IN TRANSACTIONS OF 100 ROWS`;

export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'ids are unique',
    statements: [
      unique('entity_id', '(n:Entity)', 'n.id'),
      unique('hidden_entity_id', '(n:HiddenEntity)', 'n.id'),
      ...labels.map((label) => unique(`${lower(label)}_id`, `(n:${label})`, 'n.id')),
      unique('fact_id', '(n:Fact)', 'n.factId'),
      ...nodeTypes.map((label) => unique(`${lower(label)}_fact_id`, `(n:${label})`, 'n.factId')),
      ...nodeTypes.filter((label) => label !== 'Agreement').map((label) => unique(`${lower(label)}_node_id`, `(n:${label})`, 'n.id')),
      ...linkTypes.map((type) => unique(`${type.toLowerCase()}_fact_id`, `()-[r:${type}]-()`, 'r.factId')),
      unique('evidence_id', '(n:Evidence)', 'n.id'),
      unique('withdrawn_fact_id', '(n:WithdrawnFact)', 'n.factId'),
    ],
  },
  {
    number: 2,
    name: 'names can be searched',
    statements: [
      fullText('entity_names', ['name', 'aliases', 'formerNames', 'nameEn'], 'cjk'),
      fullText('entity_keys', ['pinyin', 'initials', 'traditional'], 'whitespace'),
      index('entity_name', '(n:Entity)', 'n.name'),
      index('entity_name_key', '(n:Entity)', 'n.nameKey'),
      ...labels.map((label) => index(`${lower(label)}_name_key`, `(n:${label})`, 'n.nameKey')),
    ],
  },
  {
    number: 3,
    name: 'facts are found by document, date and evidence',
    statements: [
      index('fact_doc_key', '(n:Fact)', 'n.docKey'),
      index('fact_kind', '(n:Fact)', 'n.factKind', 'n.docKey'),
      index('end_doc_key', '()-[r:END]-()', 'r.entityId', 'r.docKey'),
      index('end_date_key', '()-[r:END]-()', 'r.entityId', 'r.dateKey'),
      ...['Event', 'Agreement', 'Source'].map((label) => index(`${label.toLowerCase()}_date_key`, `(n:${label})`, 'n.dateKey')),
      index('evidence_fact', '(n:Evidence)', 'n.factId'),
      index('evidence_source', '(n:Evidence)', 'n.sourceId', 'n.lineFrom'),
    ],
  },
  {
    number: 4,
    name: 'rosters and ties are projected',
    statements: [...rosterIndexes('ON_ROSTER'), ...rosterIndexes('ON_OWN_ROSTER'), index('tie_fact', '()-[r:TIE]-()', 'r.factId')],
  },
  {
    number: 5,
    name: 'writes count once',
    statements: [
      unique('operation_id', '(n:Operation)', 'n.id'),
      unique('import_lock_id', '(n:ImportLock)', 'n.id'),
      unique('pending_import_source', '(n:PendingImport)', 'n.sourceId'),
    ],
  },
  {
    number: 6,
    name: 'places on rosters name the facts that they tell of',
    statements: ['CALL db.awaitIndexes(300)', fillFactIds('ON_ROSTER', '0..8'), fillFactIds('ON_OWN_ROSTER', '0..0')],
  },
  {
    number: 7,
    name: 'facts at an entity are found by kind',
    statements: [index('end_kind_key', '()-[r:END]-()', 'r.entityId', 'r.factKind', 'r.docKey')],
  },
  {
    number: 8,
    name: 'no tie outlives its fact',
    statements: [
      `MATCH ()-[r:TIE]->() WHERE NOT EXISTS { MATCH (:Fact {factId: r.factId}) }
CALL (r) { DELETE r } IN TRANSACTIONS OF 1000 ROWS`,
    ],
  },
  {
    number: 9,
    name: 'a list by date is walked',
    statements: ['Event', 'Source'].map((label) => index(`${label.toLowerCase()}_date_id`, `(n:${label})`, 'n.dateKey', 'n.id')),
  },
];

/** The number of the newest migration: the version of what this program stores. */
export const newestMigration = migrations.at(-1)?.number ?? 0;
