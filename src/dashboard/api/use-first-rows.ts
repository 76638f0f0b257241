import { useEffect } from 'react';
import type { Answer } from './ask.ts';
import type { Pages } from './use-pages.ts';

interface ListOf<Row> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Row }[];
}

/** The rows of a list that comes in pages, of which one after the other is fetched until there are `most`. */
export function useFirstRows<Result, Row>(
  { data, hasNextPage, isFetching, fetchNextPage }: Pages<Result>,
  listOf: (result: Result) => ListOf<Row> | null | undefined,
  most: number,
): { rows: readonly Row[]; total: number } {
  const lists = (data?.pages ?? []).map(({ data: page }: Answer<Result>) => listOf(page));
  const rows = lists.flatMap((list) => list?.edges.map(({ node }) => node) ?? []);
  const isWanted = hasNextPage && !isFetching && rows.length < most;
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);
  return { rows, total: lists[0]?.totalCount ?? rows.length };
}
