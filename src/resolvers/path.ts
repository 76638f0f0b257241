import { type NarratedStep, narratePath } from '../domain/paths/narrate-path.ts';
import type { Language } from '../domain/statements/fact-content.ts';

/** Fields of `Path`. */
export const path = {
  narration: ({ steps }: { steps: readonly NarratedStep[] }, { lang }: { lang?: Language | null }) => narratePath(steps, lang ?? 'ZH'),
};
