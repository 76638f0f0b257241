import type { Table } from '../../../exporter/table.ts';
import type { Network } from '../../operations/network.ts';
import { say } from './words.ts';

/** The ties of a network as they are exported: with the ids by which they can be found again. */
export function tabulateTies(name: string, { nodes, ties }: Network): Table {
  const labels = new Map(nodes.map(({ entity }) => [entity.id, entity.label]));
  return {
    name,
    columns: [
      { title: say('one'), width: 16 },
      { title: say('other'), width: 16 },
      { title: say('weight'), width: 10 },
      { title: say('sharedEvents'), width: 12 },
      { title: say('evidence'), width: 40 },
      { title: say('oneId'), width: 28 },
      { title: say('otherId'), width: 28 },
    ],
    rows: ties.map(({ a, b, weight, sharedEvents, factIds }) => [
      labels.get(a) ?? a,
      labels.get(b) ?? b,
      weight,
      sharedEvents,
      factIds.join(' '),
      a,
      b,
    ]),
  };
}
