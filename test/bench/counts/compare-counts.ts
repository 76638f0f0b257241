import type { Counted, Counts } from './count-questions.ts';

/** All that was counted, by graph. */
export type AllCounts = Record<string, Counted>;

const tolerated = 1.1;
const parts = ['roundTrips', 'databaseHits', 'bytes'] as const satisfies readonly (keyof Counts)[];

/** What has risen by more than a tenth above what is expected, or is not expected at all. Shape: one line each. */
export function findRises(counted: AllCounts, expected: AllCounts): string[] {
  return Object.entries(counted).flatMap(([graph, { questions, texts }]) => {
    const known = expected[graph];
    if (!known) return [`${graph}: nothing is expected of this graph`];
    const rises = Object.entries(questions).flatMap(([name, counts]) =>
      risesOf(counts, known.questions[name]).map((what) => `${graph}, ${name}: ${what}`),
    );
    return texts > known.texts * tolerated ? [...rises, `${graph}: ${texts} different statements instead of ${known.texts}`] : rises;
  });
}

function risesOf(counts: Counts, known?: Counts): string[] {
  if (!known) return ['nothing is expected of this question'];
  return parts.filter((part) => counts[part] > known[part] * tolerated).map((part) => `${part} ${counts[part]} instead of ${known[part]}`);
}
