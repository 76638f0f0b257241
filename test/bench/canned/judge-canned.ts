import type { ServerName } from '../compare/servers.ts';
import type { Summary } from '../compare/summarise.ts';
import { atMost, perCore, type Verdict } from '../compare/verdict.ts';

/** P3, by the driver as by hand; and P4, by a leaner reader of Bolt. */
export function judgeCanned(summaries: readonly Summary[]): Verdict[] {
  const of = (name: ServerName) => summaries.find(({ server }) => server === name);
  const [ours, byDriver, byHand, plain] = [of('ours'), of('ours, by the driver'), of('by hand'), of('plain')];
  if (!ours || !byDriver || !byHand || !plain) return [];
  return [
    perCore('P3', byDriver, byHand, 0.95),
    perCore('P3', byDriver, plain, 4),
    perCore('P4', ours, byHand, 3),
    atMost('P4', ours, byHand, 'p50', 0.4),
    perCore('P4', ours, plain, 12),
  ];
}
