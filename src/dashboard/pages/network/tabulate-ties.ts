import type { Table } from '../../../exporter/table.ts';
import type { Card } from '../../operations/fragments.ts';
import type { NetworkTie } from '../../operations/network.ts';
import { say } from './words.ts';

/** Ties as they are exported: with the ids by which they can be found again. */
export function tabulateTies(name: string, ties: readonly NetworkTie[], cards: ReadonlyMap<string, Card>): Table {
  const labelOf = (id: string) => cards.get(id)?.label ?? id;
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
    rows: ties.map(({ a, b, weight, sharedEvents, factIds }) => [labelOf(a), labelOf(b), weight, sharedEvents, factIds.join(' '), a, b]),
  };
}
