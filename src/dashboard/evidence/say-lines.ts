import { say } from '../words.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines as they are cited: `第13行`, `lines 13–15`. */
export const sayLines = ({ from, to }: Span): string => say(from === to ? 'lineAt' : 'linesAt', { from, to });
