import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** Fetches what is left of a list that comes in pages, its first page too where that is still on its way. Errors: those of a page that cannot be had. */
export async function fetchAllPages<Data>(query: UseInfiniteQueryResult<Data>): Promise<Data> {
  let { data, hasNextPage } = query;
  while (data === undefined || hasNextPage)
    ({ data, hasNextPage } = await query.fetchNextPage({ cancelRefetch: false, throwOnError: true } as never));
  return data;
}
