import { expect, it } from 'vitest';
import { toPage } from '../../src/domain/to-page.ts';

const pageOf = (nodeOf: (row: string) => unknown) =>
  toPage({ rows: ['one', 'two', 'three'], first: 2, cursorOf: (row) => row, nodeOf, totalCount: () => 3 });

it('a page of which only the count is asked makes no node: one that failed with nobody waiting would end the service', () => {
  const made: string[] = [];
  const page = pageOf((row) => made.push(row));
  expect([page.totalCount(), page.pageInfo.hasNextPage, page.pageInfo.endCursor, made]).toEqual([3, true, 'two', []]);
});

it('a page makes each node that is asked for', () => {
  expect(pageOf((row) => row.toUpperCase()).edges.map(({ node }) => node)).toEqual(['ONE', 'TWO']);
});
