import { useQueries } from '@tanstack/react-query';
import { answerOptions } from '../../api/use-answer.ts';
import { AttendedAmong } from '../../operations/attended.ts';
import type { Criteria } from './use-criteria.ts';

// As many as one page of an answer holds.
const mostAtOnce = 100;

/** Which of these the question holds of, asked of the whole graph. Shape: `met` is undefined until all of it is known. */
export function useMet({ kinds: _, ...criteria }: Criteria, ids: readonly string[]) {
  const parts = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_part, at) =>
    ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );
  const answers = useQueries({ queries: parts.map((amongIds) => answerOptions(AttendedAmong, { ...criteria, amongIds })) });
  const pages = answers.map(({ data }) => data?.data.participants);
  return {
    met: pages.every(Boolean) ? new Set(pages.flatMap((page) => page?.edges.map(({ node }) => node.participant.id) ?? [])) : undefined,
    fault: answers.map(({ error, data }) => error ?? data?.faults[0]).find(Boolean),
    retry: () => {
      for (const answer of answers) if (!answer.data?.data.participants) void answer.refetch();
    },
  };
}
