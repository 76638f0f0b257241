import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { language } from '../language/language.ts';
import { type Answer, ask } from './ask.ts';
import { nameOf, type Operation } from './graphql.ts';

/** Every question asks for the page's language, so callers need not. */
export type Given<Variables> = Omit<Variables, 'lang'>;

/** What one asks with: the variables, and the page's language. */
export const withLanguage = <Variables>(variables: Given<Variables>): Variables => ({ ...variables, lang: language }) as Variables;

/** How an answer is asked for and kept. */
export const answerOptions = <Result, Variables>(operation: Operation<Result, Variables>, variables: Given<Variables>) => ({
  queryKey: [nameOf(operation), variables] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => ask<Result, Variables>(operation, withLanguage<Variables>(variables), signal),
});

/** The answer to a question, kept while the page is open. While another is on its way with `keep`, the last one stays. */
export function useAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Given<Variables>,
  { enabled = true, keep = false } = {},
): UseQueryResult<Answer<Result>> {
  return useQuery({ ...answerOptions(operation, variables), enabled, placeholderData: keep ? keepPreviousData : undefined });
}
