import { type GraphQLSchema, graphql } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { plainContext } from '../support/plain-context.ts';

let built: BuiltSchema;

beforeAll(async () => {
  built = await buildSchema();
});

type Statement = { cypher: string; params: Record<string, unknown> };

async function statementsFor(schema: GraphQLSchema, source: string): Promise<Statement[]> {
  const statements: Statement[] = [];
  const database = {
    read: async (cypher: string, params: object) => {
      statements.push({ cypher: cypher.replace('CYPHER 5\n', ''), params: { ...params } });
      return [];
    },
  } as unknown as Database;
  const contextValue = plainContext(database, built.nodeSource);
  const { errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  return statements;
}

it('asks for a person with posts in one statement, by the index on the id', async () => {
  const statements = await statementsFor(built.schema, '{ person(id: "person:a") { name positions { title organisation { name } } } }');
  expect(statements).toMatchInlineSnapshot(`
    [
      {
        "cypher": "MATCH (this:Person)
    WHERE this.id IN $param0
    WITH *

    LIMIT $param1
    CALL (this) {
      MATCH (this)<-[this0:HOLDER]-(this1:Position)
      WITH DISTINCT this1
      CALL (this1) {
        MATCH (this1)-[this2:AT]->(this3:Organisation)
        WITH DISTINCT this3
        WITH this3 { .name } AS this3
        
        LIMIT $param2
        RETURN head(collect(this3)) AS var4
      }
      WITH this1 { .title, .docKey, organisation: var4 } AS this1
      ORDER BY this1.docKey ASC
      LIMIT $param3
      RETURN collect(this1) AS var5
    }
    RETURN this { .name, .id, positions: var5 } AS this",
        "params": {
          "param0": [
            "person:a",
          ],
          "param1": Integer {
            "high": 0,
            "low": 100,
          },
          "param2": Integer {
            "high": 0,
            "low": 100,
          },
          "param3": Integer {
            "high": 0,
            "low": 100,
          },
        },
      },
    ]
  `);
});

it('asks for what our own fields need, and nothing else of them', async () => {
  const statements = await statementsFor(
    built.schema,
    '{ event(id: "event:a") { label(lang: EN) date { start } participations { totalCount } parts { id } } }',
  );
  const byLibrary = statements.find(({ cypher }) => cypher.startsWith('MATCH (this:Event)'));
  expect(byLibrary?.cypher).toMatchInlineSnapshot(`
    "MATCH (this:Event)
    WHERE this.id IN $param0
    WITH *

    LIMIT $param1
    CALL (this) {
      MATCH (this)<-[this0:PART_OF]-(this1:Event)
      WITH DISTINCT this1
      WITH this1 { .id, .nameKey } AS this1
      ORDER BY this1.nameKey ASC
      LIMIT $param2
      RETURN collect(this1) AS var2
    }
    RETURN this { .id, .name, .nameEn, .dateStart, .dateEnd, .datePrecision, .dateInferred, .dateText, parts: var2 } AS this"
  `);
});

it('asks for several look-ups of one kind in a statement for each selection', async () => {
  const statements = await statementsFor(
    built.schema,
    '{ a: place(id: "place:a") { name locatedIn { id } } b: place(id: "place:b") { kind locatedIn { id } } }',
  );
  expect(statements.map((row) => row.params)).toMatchInlineSnapshot(`
    [
      {
        "param0": [
          "place:a",
        ],
        "param1": Integer {
          "high": 0,
          "low": 100,
        },
        "param2": Integer {
          "high": 0,
          "low": 100,
        },
      },
      {
        "param0": [
          "place:b",
        ],
        "param1": Integer {
          "high": 0,
          "low": 100,
        },
        "param2": Integer {
          "high": 0,
          "low": 100,
        },
      },
    ]
  `);
});

it('limits the neighbours of every level', async () => {
  const [statement] = await statementsFor(
    built.schema,
    '{ organisation(id: "organisation:a") { partsConnection(first: 5) { edges { properties { factId } node { partsConnection(first: 2) { totalCount } } } } } }',
  );
  expect(statement?.cypher.match(/LIMIT \$\w+/g)).toMatchInlineSnapshot(`
    [
      "LIMIT $param1",
      "LIMIT $param2",
    ]
  `);
});

it('asks for what stands on nodes in one text, whatever the type and the properties', async () => {
  const statements = await statementsFor(built.schema, '{ place(id: "place:a") { name } event(id: "event:b") { label(lang: EN) } }');
  expect(statements).toMatchInlineSnapshot(`
    [
      {
        "cypher": "UNWIND $ids AS id
    MATCH (n:Entity {id: id}) WHERE $label IN labels(n)
    RETURN id, [name IN $names | n[name]] AS values",
        "params": {
          "ids": [
            "place:a",
          ],
          "label": "Place",
          "names": [
            "name",
          ],
        },
      },
      {
        "cypher": "UNWIND $ids AS id
    MATCH (n:Entity {id: id}) WHERE $label IN labels(n)
    RETURN id, [name IN $names | n[name]] AS values",
        "params": {
          "ids": [
            "event:b",
          ],
          "label": "Event",
          "names": [
            "name",
            "nameEn",
          ],
        },
      },
    ]
  `);
});
