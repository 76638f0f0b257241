import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Goes on loading a list that comes in pages until so many rows are there (Infinity: the whole of it), or a page cannot be had. */
export function useReach({ hasNextPage, isFetching, isError, fetchNextPage }: UseInfiniteQueryResult, loaded: number, wanted: number) {
  const goesOn = hasNextPage && !isFetching && !isError && loaded < wanted;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
}
