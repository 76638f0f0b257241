import { buildSchema, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { judgeQuestion } from '../support/judge-question.ts';

const schema = buildSchema(`
  type Query { people(first: Int = 20): PersonPage  person(name: String): Person  network(maxNodes: Int = 200): Network  pair: Pair  many(ids: [ID!] words: [Word!]): Int  find(filter: Filter): Int }
  type Person { name: String  friend: Person  friends(limit: Int where: PersonWhere): [Person!]!  aliases: [Alias!]! }
  type Alias { text: String }
  type PersonPage { totalCount: Int!  edges: [PersonEdge!]! }
  type PersonEdge { node: Person! }
  type Network { nodes: [Person!]!  ties: [Pair!]! }
  type Pair { words: [Word!]!  ids(first: Int = 20): [ID!]! }
  type Mutation { review: String  erase: String }
  enum Word { A B }
  input Filter { day: Word!  size: Int }
  input PersonWhere { name: Text  AND: [PersonWhere!]  NOT: PersonWhere  friends: Friends }
  input Friends { some: PersonWhere }
  input Text { eq: String  in: [String!] }
`);
const refused = (text: string, variables = {}, limits = {}) => judgeQuestion(schema, text, variables, limits).refused;
const nodes = (text: string, variables = {}) => judgeQuestion(schema, text, variables).cost?.nodes;

describe('page sizes', () => {
  it('from 1 to 100 pass, and so does none', () => {
    expect(refused('{ a: people { totalCount } b: people(first: 1) { totalCount } person { friends(limit: 100) { name } } }')).toEqual([]);
  });

  it.each([0, -1, 101, 100_000_000])('V1: of %i are refused wherever they stand', (size) => {
    expect(refused(`{ people(first: ${size}) { totalCount } }`)).toContain('page size');
    expect(refused(`{ person { ...f } } fragment f on Person { friends(limit: ${size}) { name } }`)).toContain('page size');
    expect(refused('query($n: Int) { people(first: $n) { totalCount } }', { n: size })).toContain('page size');
  });

  it('V1: of null are refused, since they would remove the limit of the library', () => {
    expect(refused('{ people(first: null) { totalCount } }')).toEqual(['page size']);
    expect(refused('query($n: Int) { people(first: $n) { totalCount } }', { n: null })).toEqual(['page size']);
    expect(refused('query($n: Int) { people(first: $n) { totalCount } }')).toEqual([]);
    expect(refused('{ person { friends(limit: null) { name } } }')).toEqual(['page size']);
  });

  it('can be lowered, and where none is asked what comes then must not be above it either', () => {
    const lowered = (text: string) => refused(text, {}, { pageSize: 20 });
    expect(lowered('{ a: people { totalCount } person { friends(limit: 20) { name } } }')).toEqual([]);
    expect(lowered('{ people(first: 21) { totalCount } }')).toEqual(['page size']);
    expect(refused('{ people { totalCount } }', {}, { pageSize: 19 })).toEqual(['page size']);
    expect(lowered('{ person { friends { name } } }')).toEqual(['page size']);
    expect(lowered('{ network(maxNodes: 50) { ties { words } } }')).toEqual([]);
  });

  it('are refused even where costs are only warned of', () => {
    expect(judgeQuestion(schema, '{ people(first: 0) { totalCount } }').faults).toHaveLength(1);
  });
});

describe('the cost', () => {
  it('is the sum, over fields that answer objects, of the products of the list sizes above and at them', () => {
    // people 1, edges 10, node 10, friends 10 × 3, aliases 10 × 3 × 5
    expect(nodes('{ people(first: 10) { edges { node { name friends(limit: 3) { aliases { text } } } } } }')).toBe(1 + 10 + 10 + 30 + 150);
  });

  it('counts the page that a default gives, and the largest where none is asked', () => {
    expect(nodes('{ people { edges { node { name } } } }')).toBe(41);
    expect(nodes('{ person { friends { name } } }')).toBe(101);
  });

  it('counts all nodes a network may have', () => {
    expect(nodes('{ network(maxNodes: 50) { nodes { friend { name } } } }')).toBe(101);
  });

  it.each([0, -1, -1_000_000_000])('V1: is not made less by a network of %i nodes', (size) => {
    const rest = 'people(first: 100) { edges { node { friends(limit: 100) { name } } } }';
    expect(nodes(`{ network(maxNodes: ${size}) { nodes { name } } }`)).toBe(2);
    expect(nodes('query($n: Int) { network(maxNodes: $n) { nodes { name } } }', { n: size })).toBe(2);
    expect(refused(`{ network(maxNodes: ${size}) { nodes { name } } ${rest} }`)).toEqual(['nodes']);
  });

  it('V1: of a network that is asked with null nodes is that of its default, which it is answered with', () => {
    expect(nodes('{ network(maxNodes: null) { nodes { name } } }')).toBe(201);
    expect(nodes('query($n: Int) { network(maxNodes: $n) { nodes { name } } }', { n: null })).toBe(201);
    expect(nodes('query($n: Int = 50) { network(maxNodes: $n) { nodes { name } } }')).toBe(51);
  });

  it('V1: of more nodes than any network has is what was asked', () => {
    expect(refused('{ network(maxNodes: 100000000) { nodes { name } } }')).toEqual(['nodes']);
  });

  it('counts twenty plain values as one object where a list of them has pages, and else none', () => {
    expect(nodes('{ pair { words ids(first: 7) } }')).toBe(1 + 1);
    expect(nodes('{ network { ties { words ids } } }')).toBe(1 + 200 + 200);
    const renamed = Array.from({ length: 30 }, (_, i) => `a${i}: ids(first: 100)`).join(' ');
    expect(refused(`{ network { ties { ${renamed} } } }`)).toEqual(['nodes']);
  });

  it('knows variables', () => {
    expect(nodes('query($n: Int) { people(first: $n) { edges { node { name } } } }', { n: 7 })).toBe(15);
  });

  it('above the limit is refused', () => {
    expect(refused('{ people(first: 100) { edges { node { friends(limit: 100) { name } } } } }')).toEqual(['nodes']);
  });
});

describe('the shape', () => {
  const deep = (levels: number) => `{ person ${'{ friend '.repeat(levels - 2)} { name }${' }'.repeat(levels - 2)} }`;

  it('Q4: may have ten levels', () => {
    expect(refused(deep(10))).toEqual([]);
    expect(refused(deep(11))).toEqual(['depth']);
    expect(refused(deep(300))).toContain('depth');
  });

  it('does not count edges and nodes as levels', () => {
    expect(refused('{ people { edges { node { name } } } }', {}, { depth: 2 })).toEqual([]);
  });

  it('Q9: lets the standard introspection pass, and Q8: no endless one', () => {
    expect(refused(getIntrospectionQuery())).toEqual([]);
    const levels = 8;
    expect(refused(`{ __schema { types ${'{ fields { type '.repeat(levels)} { name } ${'} } '.repeat(levels)} } }`)).toContain('depth');
  });

  it('Q1: may rename thirty fields', () => {
    const renamed = (count: number) => `{ person { ${Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ')} } }`;
    expect(refused(renamed(30))).toEqual([]);
    expect(refused(renamed(31))).toEqual(['aliases']);
  });

  it('may ask ten things', () => {
    expect(refused(`{ ${'many '.repeat(11)} }`)).toEqual(['root fields']);
  });

  it('may hold one mutation', () => {
    expect(refused('mutation { review }')).toEqual([]);
    expect(refused('mutation { review erase }')).toEqual(['mutations']);
    expect(refused('mutation { review erase }', {}, { mutations: 2 })).toEqual([]);
    expect(refused('{ many pair { words } }')).toEqual([]);
  });

  it.each([14, 24])('Q6: is not blown up by %i fragments of fragments', (levels) => {
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment f${i} on Person { friend { ...f${i + 1} } friend { ...f${i + 1} } }`,
    );
    expect(refused(`{ person { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Person { name }`)).toEqual(['fields']);
  });
});

describe('conditions', () => {
  const where = (value: object) => refused('query($w: PersonWhere) { person { friends(limit: 1, where: $w) { name } } }', { w: value });
  const nested = (levels: number): object => (levels === 1 ? { name: { eq: 'a' } } : { NOT: nested(levels - 1) });

  it('V3: nest four levels', () => {
    expect(where(nested(4))).toEqual([]);
    expect(where(nested(5))).toEqual(['where depth']);
  });

  it('V3: of ten thousand levels are refused before anything is made of them, and it is told how many', () => {
    expect(where(nested(3000))).toEqual(['depth of a variable']);
    const depthOf = (w: object) => judgeQuestion(schema, 'query($w: PersonWhere) { person { name } }', { w }).faults[0]?.extensions.limit;
    expect([nested(19), nested(20), nested(10_000)].map(depthOf)).toEqual([
      undefined,
      { name: 'depth of a variable', asked: 21, allowed: 20 },
      { name: 'depth of a variable', asked: 10_001, allowed: 20 },
    ]);
  });

  it('V3: hold fifty predicates and three relationships', () => {
    const many = (count: number) => ({ AND: Array.from({ length: count }, () => ({ name: { eq: 'a' } })) });
    expect([where(many(50)), where(many(51))]).toEqual([[], ['where predicates']]);
    const related = (count: number) => ({ AND: Array.from({ length: count }, () => ({ friends: { some: { name: { eq: 'a' } } } })) });
    expect([where(related(3)), where(related(4))]).toEqual([[], ['where relationship filters']]);
  });
});

describe('values', () => {
  const hidden = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\u2064', '\ufeff', '\u{e0001}', '\u{e0041}', '\u{e007f}'];
  const unseen = ['\0', '\u202e', '\ud800', '\u0085', ...hidden];
  const ids = (value: unknown) => refused('query($ids: [ID!]) { many(ids: $ids) }', { ids: value });
  const named = (value: unknown) => judgeQuestion(schema, 'query($name: String) { person(name: $name) { name } }', { name: value }).faults;

  it('V4: of a list are 250 at most, written out or by variable', () => {
    expect([ids(Array(250).fill('a')), ids(Array(100_000).fill('a'))]).toEqual([[], ['length of a list']]);
    expect(refused(`{ many(ids: [${'"a" '.repeat(251)}]) }`)).toEqual(['length of a list']);
  });

  it('V9: of a text are 500 characters at most', () => {
    const long = (length: number) => refused('query($name: String) { person(name: $name) { name } }', { name: 'a'.repeat(length) });
    expect([long(500), long(501)]).toEqual([[], ['length of a text']]);
    expect(refused(`{ person(name: "${'a'.repeat(501)}") { name } }`)).toEqual(['length of a text']);
  });

  it.each(unseen)('V9: with %j are refused', (character) => {
    expect(named(`樊代明${character}`)[0]?.message).toMatch(
      /^\$name: the invisible character U\+[0-9A-F]{4,5} at position 4; take it out\.$/,
    );
  });

  it('V9: with an invisible character are refused in the question itself too', () => {
    expect(refused('{ person(name: "a\u200b") { name } }')).toHaveLength(1);
  });

  it('V9: with an invisible character are no mere excess, written out or by variable', () => {
    for (const character of ['\\u0000', '\\u202e']) {
      const { faults, excesses } = judgeQuestion(schema, `{ person(name: "a${character}") { name } }`);
      expect([faults.length, excesses.length]).toEqual([1, 0]);
    }
    expect(named('a\u202e')).toHaveLength(1);
  });

  it('V4, V9: too long or too many are an excess, written out or by variable: a guard that warns lets them pass', () => {
    const long = 'a'.repeat(501);
    const many = Array(251).fill('a');
    const asked: [string, Record<string, unknown>][] = [
      [`{ person(name: "${long}") { name } }`, {}],
      ['query($name: String) { person(name: $name) { name } }', { name: long }],
      [`{ many(ids: ${JSON.stringify(many)}) }`, {}],
      ['query($ids: [ID!]) { many(ids: $ids) }', { ids: many }],
    ];
    const verdicts = asked.map(([text, variables]) => judgeQuestion(schema, text, variables, {}, 'warn'));
    expect(verdicts.map(({ faults, excesses, cost }) => [faults.length, excesses.length, cost !== undefined])).toEqual(
      asked.map(() => [0, 1, true]),
    );
  });

  it('V9: of a list that is too long are looked at one by one where it may pass', () => {
    const ids = [...Array(251).fill('a'), 'a\0'];
    expect(judgeQuestion(schema, 'query($ids: [ID!]) { many(ids: $ids) }', { ids }, {}, 'warn').faults).toHaveLength(1);
  });

  it('V9: with rare characters, signs that choose a shape, marks and line breaks pass', () => {
    expect(named('𠮷㛃 葛\u{e0100} é\u0301\n\t')).toEqual([]);
  });

  it('V7: under reserved names are refused', () => {
    const variables = JSON.parse('{"filter": {"__proto__": {"polluted": true}}}');
    expect(refused('query($filter: Filter) { find(filter: $filter) }', variables)).toEqual(['$filter']);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it('V6: of a wrong type are named by place and type, never repeated', () => {
    const faults = (filter: unknown) =>
      judgeQuestion(schema, 'query($f: Filter!) { find(filter: $f) }', { f: filter }).faults.map(({ message }) => message);
    expect(faults({ day: 'secret' })).toEqual(['$f.day: is no Word!.']);
    expect(faults({ day: 'A', size: 'secret' })).toEqual(['$f.size: is no Int.']);
    expect(faults({ day: 'A', secret: 1 })).toEqual(['$f: is no Filter!: a field is unknown or missing.']);
    expect(judgeQuestion(schema, 'query($f: Filter!) { find(filter: $f) }').faults[0]?.message).toBe(
      '$f: a value of the type Filter! is needed.',
    );
  });

  it('V5: three wrong ones are told, not all', () => {
    const told = (limits = {}) =>
      judgeQuestion(schema, 'query($w: [Word!]) { many(words: $w) }', { w: Array(200).fill('C') }, limits).faults.map(
        ({ message }) => message,
      );
    expect(told()).toEqual(['$w[0]: is no Word!.', '$w[1]: is no Word!.', '$w[2]: is no Word!.']);
    expect(told({ coercionErrors: 1 })).toEqual(['$w[0]: is no Word!.']);
  });
});
