import { type ASTNode, type FieldNode, Kind, visit } from 'graphql';
import type { Asked } from '../loaders/nodes.ts';

/** Finds what was worked out of a place of a question, or works it out: the same for the same `also` and the same values of the variables below. */
export type FindKept<T> = (asked: Asked, also: string, work: () => T) => T;

// So that neither long values nor ever new ones, as cursors are, take more memory than the question itself.
const longestKey = 200;
const mostAtOnePlace = 4;

/**
 * Keeps what is worked out of places of questions, for as long as the parsed question is kept, so that whoever asks the same again,
 * of whatever entity, waits for none of it. What is worked out may depend on nothing but the place, its `also` and the variables below.
 */
export function keptPerPlace<T>(): FindKept<T> {
  const places = new WeakMap<FieldNode, Map<string, T>>();
  return (asked, also, work) => {
    const [node, ...others] = asked.fieldNodes;
    // Fields that are answered together are others in each request.
    if (!node || others.length > 0) return work();
    const key = also + valuesBelow(node, asked);
    const kept = places.get(node) ?? new Map<string, T>();
    if (kept.has(key)) return kept.get(key) as T;
    const made = work();
    if (key.length > longestKey) return made;
    if (kept.size === mostAtOnePlace) kept.clear();
    places.set(node, kept.set(key, made));
    return made;
  };
}

function valuesBelow(node: FieldNode, { fragments, variableValues }: Asked): string {
  const names = namesBelow(node, fragments);
  if (names.size === 0) return '';
  // A variable that is left out is not one that is null.
  return JSON.stringify(Object.fromEntries([...names].map((name) => [name, variableValues[name]])));
}

const namesKnown = new WeakMap<FieldNode, ReadonlySet<string>>();

function namesBelow(node: FieldNode, fragments: Asked['fragments']): ReadonlySet<string> {
  const known = namesKnown.get(node);
  if (known) return known;
  const names = new Set<string>();
  if (node.selectionSet) gatherNames(node.selectionSet, fragments, names, new Set());
  namesKnown.set(node, names);
  return names;
}

/** The variables that a part of a question names, its fragments included. */
function gatherNames(part: ASTNode, fragments: Asked['fragments'], names: Set<string>, seen: Set<string>): void {
  visit(part, {
    [Kind.VARIABLE]: ({ name }) => void names.add(name.value),
    [Kind.FRAGMENT_SPREAD]: ({ name: { value } }) => {
      const fragment = fragments[value];
      if (!fragment || seen.has(value)) return;
      seen.add(value);
      gatherNames(fragment.selectionSet, fragments, names, seen);
    },
  });
}
