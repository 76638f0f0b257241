import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkPageSizes } from '../../src/guard/check-page-sizes.ts';

const schema = buildSchema(`
  type Query { people(first: Int = 20): PersonPage  person: Person }
  type Person { friends(limit: Int): [Person!]!  friendsConnection(first: Int): FriendsConnection! }
  type PersonPage { totalCount: Int! }
  type FriendsConnection { totalCount: Int! }
`);

function check(text: string, variables: Record<string, unknown> = {}): unknown[] {
  const document = parse(text);
  const operation = getOperationAST(document);
  return operation ? checkPageSizes({ schema, document, operation, variables }).map((error) => error.extensions.argument) : [];
}

describe('page sizes', () => {
  it('from 1 to 100 pass, and so does none', () => {
    expect(check('{ a: people b: people(first: 1) c: people(first: 100) person { friends(limit: 5) { __typename } } }')).toEqual([]);
  });

  it.each([0, -1, 101, 100_000_000])('of %i are refused wherever they stand', (size) => {
    expect(check(`{ people(first: ${size}) { totalCount } }`)).toEqual(['first']);
    expect(check(`{ person { ...f } } fragment f on Person { friends(limit: ${size}) { __typename } }`)).toEqual(['limit']);
    expect(check('query($n: Int) { people(first: $n) { totalCount } }', { n: size })).toEqual(['first']);
  });

  it('of null are refused, since they would remove the limit of the library', () => {
    expect(check('{ people(first: null) { totalCount } }')).toEqual(['first']);
    expect(check('query($n: Int) { people(first: $n) { totalCount } }', { n: null })).toEqual(['first']);
    expect(check('query($n: Int) { people(first: $n) { totalCount } }')).toEqual([]);
    expect(check('{ person { friends(limit: null) { __typename } friendsConnection(first: null) { totalCount } } }')).toEqual([
      'limit',
      'first',
    ]);
  });
});
