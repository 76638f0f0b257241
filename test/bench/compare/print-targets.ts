import { sayMet, type Verdict } from './verdict.ts';

/** A target as it was read at one size of graph, or over several. */
export interface SizedVerdict extends Verdict {
  readonly people: string;
}

const targets = Array.from({ length: 13 }, (_, index) => `P${index + 1}`);

/** Every target with all that was read of it, as Markdown; one that nothing was read of says so. */
export function printTargets(head: string, verdicts: readonly SizedVerdict[]): string {
  const told = [...new Set([...targets, ...verdicts.map(({ target }) => target)])];
  const rows = told.flatMap((target) => {
    const own = verdicts.filter((verdict) => verdict.target === target);
    if (own.length === 0) return [`| ${target} | – | not read in this run | – | – |`];
    return own.map(({ people, about, reading, met }) => `| ${target} | ${people} | ${about} | ${reading} | ${sayMet(met)} |`);
  });
  return `${head}\n\n| target | people | of | read | |\n|---|---:|---|---:|---|\n${rows.join('\n')}\n`;
}
