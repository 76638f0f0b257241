import { LRUCache } from 'lru-cache';
import { type FactList, type FactsAtPlan, type ListTree, planFactsAt } from './build-facts-at.ts';

/** A plan takes some kilobytes. */
const most = 300;
const plans = new LRUCache<string, FactsAtPlan>({ max: most });

/** The plan for these lists, kept for when the same are asked again; its text without what is there to be read by people. */
export function keptPlan(trees: readonly ListTree[], withEntities: boolean): FactsAtPlan {
  const key = `${withEntities} ${trees.map(nameOf)}`;
  const kept = plans.get(key);
  if (kept) return kept;
  const plan = planFactsAt(trees, withEntities);
  const made = { ...plan, cypher: plan.cypher.replaceAll(/\s+/g, ' ') };
  plans.set(key, made);
  return made;
}

// Lists are kept with their questions, so that each is the same object whenever it is asked.
const numbers = new WeakMap<FactList, number>();
let last = 0;

function numberOf(list: FactList): number {
  const known = numbers.get(list);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(list, last);
  return last;
}

const nameOf = ({ list, below }: ListTree): string =>
  below.length === 0
    ? `${numberOf(list)}`
    : `${numberOf(list)}(${below.map(({ end, label, lists }) => `${end} ${label} ${lists.map(nameOf)}`).join(' ')})`;
