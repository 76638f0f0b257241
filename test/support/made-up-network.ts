import type { Network } from '../../src/dashboard/operations/network.ts';

const perCommunity = 50;

/** A network of made-up people, as the graph would answer it: communities of fifty, most ties inside them; the same for the same size. */
export function madeUpNetwork(size: number, tieCount: number): Network {
  const random = seeded(7);
  const below = (limit: number) => Math.floor(random() * limit);
  const ties = new Map<string, Network['ties'][number]>();
  while (ties.size < tieCount) {
    const one = below(size);
    const start = one - (one % perCommunity);
    const other = random() < 0.9 ? start + below(Math.min(perCommunity, size - start)) : below(size);
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const weight = 0.1 + random() ** 3;
    if (a !== b) ties.set(`${a} ${b}`, { a: idOf(a), b: idOf(b), weight, sharedEvents: 1 + below(4), factIds: [], factCount: 0 });
  }
  const rows = [...ties.values()].sort((x, y) => y.weight - x.weight);
  const [degrees, strengths] = [new Map<string, number>(), new Map<string, number>()];
  for (const { a, b, weight } of rows)
    for (const id of [a, b]) {
      degrees.set(id, (degrees.get(id) ?? 0) + 1);
      strengths.set(id, (strengths.get(id) ?? 0) + weight);
    }
  const nodes = Array.from({ length: size }, (_, index) => ({
    entity: cardOf(index),
    degree: degrees.get(idOf(index)) ?? 0,
    strength: strengths.get(idOf(index)) ?? 0,
    community: 1 + Math.floor(index / perCommunity),
  }));
  return { nodes, ties: rows, hiddenNodes: 0, hiddenTies: 0, skippedEvents: 0, formula: '' };
}

const idOf = (index: number): string => `person:made-up-${index}`;

function cardOf(index: number): Network['nodes'][number]['entity'] {
  const name = `虚构${index}`;
  return { id: idOf(index), kind: 'PERSON', name, nameEn: null, label: name, summary: null };
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
