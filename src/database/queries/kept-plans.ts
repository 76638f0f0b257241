import { LRUCache } from 'lru-cache';
import { type FactList, type FactsAtPlan, type ListTree, planFactsAt } from './build-facts-at.ts';
import { type FactsAtShape, writeFactsAt } from './write-facts-at.ts';

/** A text takes some kilobytes. */
const most = 300;
const texts = new LRUCache<string, string>({ max: most });

/** The plan for these lists; its text is kept for whatever differs in its parameters only. */
export const keptPlan = (trees: readonly ListTree[], withEntities: boolean): FactsAtPlan => planFactsAt(trees, withEntities, keptText);

/** The text without what is there to be read by people. */
function keptText(shape: FactsAtShape): string {
  const key = JSON.stringify(shape);
  const text = texts.get(key) ?? writeFactsAt(shape).replaceAll(/\s+/g, ' ');
  texts.set(key, text);
  return text;
}

/** How many are kept. */
export const textsKept = (): number => texts.size;

/** The same text for lists that differ in their entities only; worked out once, for lists are kept with their questions. */
export function kindOf(list: FactList): string {
  const kind = kinds.get(list) ?? JSON.stringify(list);
  kinds.set(list, kind);
  return kind;
}
const kinds = new WeakMap<FactList, string>();
