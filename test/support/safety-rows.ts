import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A row of `docs/safety.md`: an attack or a fault, and the tests of it, or else why it is not run. */
export interface SafetyRow {
  readonly id: string;
  readonly tried: string;
  readonly promised: string;
  readonly tests: readonly string[];
  readonly notRun?: string;
}

const page = fileURLToPath(new URL('../../docs/safety.md', import.meta.url));
const row = /^\| ([RTQVAF]\d+) \| (.+?) \| (.+?) \| (.*?) ?\|$/gm;

/** Reads all rows of the page. */
export const safetyRows = (): SafetyRow[] =>
  [...readFileSync(page, 'utf8').matchAll(row)].map(([, id = '', tried = '', promised = '', last = '']) => {
    const [, notRun] = /^not run: (.+)$/.exec(last) ?? [];
    return { id, tried, promised, tests: notRun ? [] : [...last.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file), notRun };
  });
