import { eachInTurn } from './each-in-turn.ts';
import type { Tie } from './sum-ties.ts';

/** A participant in a network, with what the whole network says of them, shown or not. */
export interface NetworkNode {
  readonly id: string;
  /** How many ties. */
  readonly degree: number;
  /** The sum of their weights. */
  readonly strength: number;
}

/** The strongest part of a network, and how much of it is hidden. */
export interface CappedNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly Tie[];
  readonly hiddenNodes: number;
  readonly hiddenTies: number;
}

/** How much of a network is shown, and who is shown whatever happens. */
export interface NetworkCap {
  readonly maxNodes: number;
  readonly maxTies: number;
  readonly centre?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Keeps the strongest nodes, and the heaviest ties between these. Shape: both in that order, equal ones by id. Errors: the signal's reason. */
export async function capNetwork(
  ids: readonly string[],
  ties: readonly Tie[],
  { maxNodes, maxTies, centre, signal }: NetworkCap,
): Promise<CappedNetwork> {
  const all = (await measure(ids, ties, signal)).sort(
    (x, y) => Number(y.id === centre) - Number(x.id === centre) || y.strength - x.strength || compare(x.id, y.id),
  );
  const nodes = all.slice(0, maxNodes);
  const shown = new Set(nodes.map(({ id }) => id));
  const kept = await heaviest(ties, shown, maxTies, signal);
  return { nodes, ties: kept, hiddenNodes: all.length - nodes.length, hiddenTies: ties.length - kept.length };
}

/** Sums in the order of the ids, so that no other order of the same ties gives another last digit. */
async function measure(ids: readonly string[], ties: readonly Tie[], signal?: AbortSignal): Promise<NetworkNode[]> {
  const weights = new Map<string, number[]>(ids.map((id) => [id, []]));
  await eachInTurn(
    ties,
    ({ a, b, weight }) => {
      weights.get(a)?.push(weight);
      weights.get(b)?.push(weight);
    },
    signal,
  );
  const nodes: NetworkNode[] = [];
  await eachInTurn(
    weights,
    ([id, own]) => {
      const strength = own.sort((x, y) => x - y).reduce((sum, weight) => sum + weight, 0);
      nodes.push({ id, degree: own.length, strength });
    },
    signal,
  );
  return nodes;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byWeight = (x: Tie, y: Tie): number => y.weight - x.weight || compare(x.a, y.a) || compare(x.b, y.b);

/** Of the ties between those shown the first `most` by weight, without putting all of a million in order. */
async function heaviest(ties: readonly Tie[], shown: ReadonlySet<string>, most: number, signal?: AbortSignal): Promise<Tie[]> {
  let kept: Tie[] = [];
  let floor: Tie | undefined;
  await eachInTurn(
    ties,
    (tie) => {
      if (!shown.has(tie.a) || !shown.has(tie.b) || (floor && byWeight(tie, floor) > 0)) return;
      kept.push(tie);
      if (kept.length < 2 * most) return;
      kept = kept.sort(byWeight).slice(0, most);
      floor = kept.at(-1);
    },
    signal,
  );
  return kept.sort(byWeight).slice(0, most);
}
