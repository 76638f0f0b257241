import { describe, expect, it } from 'vitest';
import { nameOperation } from '../../src/dashboard/name-operation.ts';

describe('the name of an operation', () => {
  const asked = (operationName: string | null) => {
    let params: unknown;
    const ask = nameOperation((given) => {
      params = given;
      return { data: {} };
    });
    ask({ query: 'query Search($query: String!) { search(query: $query) { totalCount } }', operationName });
    return params;
  };

  it('goes with the document that holds it', () => {
    expect(asked('Search')).toHaveProperty('operationName', 'Search');
  });

  it('is left out where it is of the tab that was open before, or of none', () => {
    expect(asked('Roster')).not.toHaveProperty('operationName');
    expect(asked('Sea')).not.toHaveProperty('operationName');
    expect(asked(null)).not.toHaveProperty('operationName');
  });
});
