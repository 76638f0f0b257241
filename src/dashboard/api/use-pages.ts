import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, ask } from './ask.ts';
import { nameOf, type Operation } from './graphql.ts';
import { type Given, withLanguage } from './use-answer.ts';

interface Paged {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
/** A list that comes in pages, as far as it was asked for. */
export type Pages<Result> = UseInfiniteQueryResult<{ pages: Answer<Result>[] }>;

/** The answers to a question that comes in pages: the first at once, each further one on demand. */
export function usePages<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Given<Omit<Variables, 'after'>>,
  listOf: (result: Result) => Paged | null | undefined,
): Pages<Result> {
  return useInfiniteQuery({
    queryKey: [nameOf(operation), variables, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask<Result, Variables>(operation, withLanguage<Variables>({ ...variables, after: pageParam } as unknown as Given<Variables>), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ data }) => {
      const list = listOf(data);
      return list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : undefined;
    },
  });
}
