import type { ServerName } from '../compare/servers.ts';
import type { Summary } from '../compare/summarise.ts';
import { atMost, perCore, type Verdict } from '../compare/verdict.ts';

/** P3, and P4, which wants a reader of Bolt that is leaner than the driver. */
export function judgeCanned(summaries: readonly Summary[]): Verdict[] {
  const of = (name: ServerName) => summaries.find(({ server }) => server === name);
  const [ours, byHand, plain] = [of('ours'), of('by hand'), of('plain')];
  if (!ours || !byHand || !plain) return [];
  return [
    perCore('P3', ours, byHand, 0.95),
    perCore('P3', ours, plain, 4),
    perCore('P4', ours, byHand, 3),
    atMost('P4', ours, byHand, 'p50', 0.4),
    perCore('P4', ours, plain, 12),
  ];
}
