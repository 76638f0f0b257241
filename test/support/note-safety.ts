import { TestRunner } from 'vitest';

/** What was measured of an attack or a fault. Units: ms, MB. */
export interface SafetyAnswer {
  readonly status?: number | string;
  readonly code?: string;
  readonly ms?: number;
  readonly memoryMb?: number;
  readonly note?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    safety?: { readonly id: string; readonly answer: SafetyAnswer }[];
  }
}

/** Notes what the running test measured of a row of `docs/safety.md`, for the table at the end of `npm run test:safety`. */
export function noteSafety(id: string, answer: SafetyAnswer): void {
  const test = TestRunner.getCurrentTest();
  if (!test) throw new Error('noteSafety is called outside of a test.');
  test.meta.safety = [...(test.meta.safety ?? []), { id, answer }];
}
