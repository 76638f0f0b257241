import { type Certainty, certainties } from '../vocabulary.ts';

/** A path as far as its rank needs it. */
export interface RankedPath {
  readonly certainty: Certainty;
  readonly steps: readonly { readonly from: { readonly id: string }; readonly to: { readonly id: string } }[];
}

const strength = (certainty: Certainty): number => Object.keys(certainties).indexOf(certainty);

/** The certainty of a chain: that of its weakest link. */
export const weakestOf = (links: readonly Certainty[]): Certainty =>
  links.reduce((weakest, link) => (strength(link) > strength(weakest) ? link : weakest), 'EXPLICIT');

/** Shorter paths first, then those with the stronger weakest link, then by the ids on the way; equals stay as they came. */
export const rankPaths = <P extends RankedPath>(paths: readonly P[]): P[] => [...paths].sort(compare);

function compare(a: RankedPath, b: RankedPath): number {
  const [left, right] = [idsOf(a), idsOf(b)];
  return a.steps.length - b.steps.length || strength(a.certainty) - strength(b.certainty) || Number(left > right) - Number(left < right);
}

const idsOf = ({ steps }: RankedPath): string => steps.map(({ to }) => to.id).join('\n');
