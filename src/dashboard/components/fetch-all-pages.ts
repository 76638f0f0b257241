import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** Fetches what is left of a list that comes in pages. Errors: those of a page that cannot be had. */
export async function fetchAllPages<Data>(query: UseInfiniteQueryResult<Data>): Promise<Data | undefined> {
  let { data, hasNextPage } = query;
  while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage({ cancelRefetch: false, throwOnError: true } as never));
  return data;
}
