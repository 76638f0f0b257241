import { expect, it } from 'vitest';
import { buildFactsAtCount, type ListsAt, planFactsAt } from '../../src/database/queries/build-facts-at.ts';
import { buildEntityPage } from '../../src/database/queries/list-entities.ts';

function buildFactsAtQuery(wanted: readonly ListsAt[]) {
  const { cypher, lists, paramsFor } = planFactsAt(wanted, false);
  const params = paramsFor(
    wanted.map(({ entityIds }) => entityIds),
    [],
  );
  return { cypher, params, lists };
}

it('walks the names in order and goes on behind the last key', () => {
  expect(buildEntityPage('PERSON', { kinds: ['EXPERT'] }, 'NAME', { after: ['a|person:a', 'person:a'], limit: 21 })).toMatchInlineSnapshot(`
    {
      "cypher": "MATCH (e:Person)
    WHERE e.nameKey IS NOT NULL
      AND e.nameKey > $afterKey
      AND any(word IN e.kinds WHERE word IN $kinds)
    WITH e, e.nameKey AS key
    WITH e, key ORDER BY key LIMIT $limit
    RETURN key, [name IN $names | e[name]] AS entity ORDER BY key",
      "params": {
        "afterId": "person:a",
        "afterKey": "a|person:a",
        "kinds": [
          "EXPERT",
        ],
        "limit": 21,
      },
    }
  `);
});

it('puts the newest event first and undated ones last', () => {
  expect(
    buildEntityPage('EVENT', { from: '2024-01-01', dates: 'CERTAIN' }, 'DATE', { after: ['2024-11-14', 'event:a'], limit: 21 }).cypher,
  ).toMatchInlineSnapshot(`
    "CALL () {
    MATCH (e:Event)
    WHERE e.dateKey < '~' AND e.id IS NOT NULL
      AND e.dateKey <= $afterKey AND (e.dateKey < $afterKey OR e.id > $afterId)
      AND left(nullIf(e.dateKey, '~') + '-01-01', 10) >= $from
    WITH e ORDER BY e.dateKey DESC, e.id LIMIT $limit
    RETURN e, e.dateKey AS key
    UNION ALL
    MATCH (e:Event)
    WHERE e.dateKey = '~' AND e.id > $undatedAfter
      AND left(nullIf(e.dateKey, '~') + '-01-01', 10) >= $from
    WITH e ORDER BY e.dateKey, e.id LIMIT $limit
    RETURN e, '' AS key
    }
    WITH e, key ORDER BY key DESC, e.id LIMIT $limit
    RETURN key, [name IN $names | e[name]] AS entity ORDER BY key DESC, e.id"
  `);
});

it('reads the facts of several entities in one statement, each up to its own limit', () => {
  expect(
    buildFactsAtQuery([
      {
        entityIds: ['event:a', 'event:b'],
        list: { wanted: { kinds: ['PARTICIPATION'], parts: ['event'] }, after: 'k', limit: 21 },
        below: [],
      },
    ]),
  ).toMatchInlineSnapshot(`
    {
      "cypher": "CALL () {
      UNWIND $list0.entityIds AS entityId
      WITH DISTINCT entityId
      WITH entityId, COLLECT {
        CALL (entityId) {
        MATCH (f:Fact)-[r:END]->()
        WHERE r.entityId = entityId
      AND r.factKind = $list0.kind
      AND r.docKey > $list0.after
      AND r.part IN $list0.parts
        WITH f, r ORDER BY r.entityId, r.factKind, r.docKey LIMIT $list0.limit
        WITH DISTINCT f, r.docKey AS key
        RETURN f, key ORDER BY key LIMIT $list0.limit
        }
        WITH key, f {.*, identity: null, orderKey: null} AS properties,
      COLLECT { MATCH (f)-[end:END]->(e) RETURN [end.part, end.capacity, end.onBehalfOf, [e.id, e.name, e.nameEn, e.kind, e.kinds, e.status, e.startYear, e.dateStart, e.dateEnd, e.datePrecision, e.dateInferred, e.dateText, e.dateKey]] ORDER BY end.part, e.nameKey } AS ends
        RETURN [CASE WHEN $list0.keyed THEN key END, properties, ends]
      } AS facts
      RETURN collect([entityId, facts]) AS facts0
    }
    RETURN [facts0] AS lists",
      "lists": [
        {
          "after": "k",
          "limit": 21,
          "wanted": {
            "kinds": [
              "PARTICIPATION",
            ],
            "parts": [
              "event",
            ],
          },
        },
      ],
      "params": {
        "list0": {
          "after": "k",
          "entityIds": [
            "event:a",
            "event:b",
          ],
          "keyed": true,
          "kind": "PARTICIPATION",
          "kinds": [
            "PARTICIPATION",
          ],
          "limit": 21,
          "parts": [
            "event",
          ],
        },
      },
    }
  `);
});

it('counts an agreement among its own facts', () => {
  expect(buildFactsAtCount(['agreement:a'], {}).cypher).toMatchInlineSnapshot(`
    "UNWIND $entityIds AS entityId
    CALL (entityId) {
        MATCH (f:Fact)-[r:END]->()
        WHERE r.entityId = entityId
      AND r.docKey > $list.after
        
        WITH DISTINCT f, r.docKey AS key
        RETURN count(f) AS total
    }
    RETURN entityId, total"
  `);
});

it('walks the dates from the newest, and the undated facts after them', () => {
  expect(
    buildFactsAtQuery([
      {
        entityIds: ['person:a'],
        list: {
          wanted: { kinds: ['PARTICIPATION'], parts: ['participant'], newestFirst: true },
          after: '2024-11 k',
          limit: 3,
          asked: { properties: ['role'], ends: ['event'], card: ['name'] },
        },
        below: [],
      },
    ]),
  ).toMatchInlineSnapshot(`
    {
      "cypher": "CALL () {
      UNWIND $list0.entityIds AS entityId
      WITH DISTINCT entityId
      WITH entityId, COLLECT {
        CALL (entityId) {
        CALL (entityId) {
          MATCH (f:Fact)-[r:END]->()
          USING INDEX r:END(entityId, dateKey)
          WHERE r.entityId = entityId
      AND r.dateKey <= $list0.date
      AND r.dateKey < '~'
      AND (r.dateKey < $list0.date OR r.docKey > $list0.line)
      AND r.factKind IN $list0.kinds
      AND r.part IN $list0.parts
          WITH f, r ORDER BY r.entityId DESC, r.dateKey DESC, r.docKey LIMIT $list0.limit
          RETURN f, r.dateKey AS date, r.docKey AS line
          UNION
          MATCH (f:Fact)-[r:END]->()
          USING INDEX r:END(entityId, dateKey)
          WHERE r.entityId = entityId
      AND r.dateKey = '~'
      AND r.docKey > $list0.undatedLine
      AND r.factKind IN $list0.kinds
      AND r.part IN $list0.parts
          WITH f, r ORDER BY r.entityId, r.dateKey, r.docKey LIMIT $list0.limit
          RETURN f, r.dateKey AS date, r.docKey AS line
        }
        WITH DISTINCT f, date, line
        RETURN f, date + ' ' + line AS key ORDER BY CASE date WHEN '~' THEN '' ELSE date END DESC, line LIMIT $list0.limit
        }
        WITH key, [name IN $list0.asked.properties | f[name]] AS properties,
      COLLECT { MATCH (f)-[end:END]->(e) WHERE end.part IN $list0.asked.ends RETURN [end.part, [name IN $list0.asked.card | e[name]]] } AS ends
        RETURN [CASE WHEN $list0.keyed THEN key END, properties, ends]
      } AS facts
      RETURN collect([entityId, facts]) AS facts0
    }
    RETURN [facts0] AS lists",
      "lists": [
        {
          "after": "2024-11 k",
          "asked": {
            "card": [
              "name",
            ],
            "ends": [
              "event",
            ],
            "properties": [
              "role",
            ],
          },
          "limit": 3,
          "wanted": {
            "kinds": [
              "PARTICIPATION",
            ],
            "newestFirst": true,
            "parts": [
              "participant",
            ],
          },
        },
      ],
      "params": {
        "list0": {
          "asked": {
            "card": [
              "id",
              "name",
            ],
            "ends": [
              "event",
            ],
            "properties": [
              "role",
            ],
          },
          "date": "2024-11",
          "entityIds": [
            "person:a",
          ],
          "keyed": true,
          "kinds": [
            "PARTICIPATION",
          ],
          "limit": 3,
          "line": "k",
          "newestFirst": true,
          "parts": [
            "participant",
          ],
          "undatedLine": "",
        },
      },
    }
  `);
});

it('reads the lists below a list in the same statement, each of all its entities at once', () => {
  const places = { list: { wanted: { kinds: ['LOCATION' as const], parts: ['located'] }, limit: 100 }, below: [] };
  const { cypher, params } = buildFactsAtQuery([
    {
      entityIds: ['person:a'],
      list: { wanted: { parts: ['participant'] }, limit: 3 },
      below: [{ end: 'event', label: 'Event', lists: [places] }],
    },
  ]);
  expect(params).toMatchObject({ list1: { kind: 'LOCATION', end: 'event', prefix: 'event:', shown: 3 } });
  expect(cypher).toMatchInlineSnapshot(`
    "CALL () {
      UNWIND $list0.entityIds AS entityId
      WITH DISTINCT entityId
      WITH entityId, COLLECT {
        CALL (entityId) {
        MATCH (f:Fact)-[r:END]->()
        WHERE r.entityId = entityId
      AND r.docKey > $list0.after
      AND r.part IN $list0.parts
        WITH f, r ORDER BY r.entityId, r.docKey LIMIT $list0.limit
        WITH DISTINCT f, r.docKey AS key
        RETURN f, key ORDER BY key LIMIT $list0.limit
        }
        WITH key, f {.*, identity: null, orderKey: null} AS properties,
      COLLECT { MATCH (f)-[end:END]->(e) RETURN [end.part, end.capacity, end.onBehalfOf, [e.id, e.name, e.nameEn, e.kind, e.kinds, e.status, e.startYear, e.dateStart, e.dateEnd, e.datePrecision, e.dateInferred, e.dateText, e.dateKey]] ORDER BY end.part, e.nameKey } AS ends
        RETURN [CASE WHEN $list0.keyed THEN key END, properties, ends]
      } AS facts
      RETURN collect([entityId, facts]) AS facts0
    }
    CALL (facts0) {
      UNWIND facts0 AS at
      UNWIND at[1][..$list1.shown] AS fact
      UNWIND fact[2] AS end
      WITH last(end)[0] AS entityId WHERE end[0] = $list1.end AND entityId STARTS WITH $list1.prefix
      WITH DISTINCT entityId
      WITH entityId, COLLECT {
        CALL (entityId) {
        MATCH (f:Fact)-[r:END]->()
        WHERE r.entityId = entityId
      AND r.factKind = $list1.kind
      AND r.docKey > $list1.after
      AND r.part IN $list1.parts
        WITH f, r ORDER BY r.entityId, r.factKind, r.docKey LIMIT $list1.limit
        WITH DISTINCT f, r.docKey AS key
        RETURN f, key ORDER BY key LIMIT $list1.limit
        }
        WITH key, f {.*, identity: null, orderKey: null} AS properties,
      COLLECT { MATCH (f)-[end:END]->(e) RETURN [end.part, end.capacity, end.onBehalfOf, [e.id, e.name, e.nameEn, e.kind, e.kinds, e.status, e.startYear, e.dateStart, e.dateEnd, e.datePrecision, e.dateInferred, e.dateText, e.dateKey]] ORDER BY end.part, e.nameKey } AS ends
        RETURN [CASE WHEN $list1.keyed THEN key END, properties, ends]
      } AS facts
      RETURN collect([entityId, facts]) AS facts1
    }
    RETURN [facts0, facts1] AS lists"
  `);
});
