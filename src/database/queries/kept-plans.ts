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

/** The same text for lists that differ in their entities only; worked out once, for lists are kept with their questions. */
export function kindOf(list: FactList): string {
  const kind = kinds.get(list) ?? JSON.stringify(list);
  kinds.set(list, kind);
  return kind;
}
const kinds = new WeakMap<FactList, string>();

const nameOf = ({ list, below }: ListTree): string =>
  `${kindOf(list)}(${below.map(({ end, label, lists }) => `${end} ${label} ${lists.map(nameOf)}`).join(' ')})`;
