import type { Caller } from '../domain/access.ts';
import type { MetricSources } from './metrics.ts';
import type { ReadinessCheck } from './readiness.ts';

/** What questions are answered from. */
export interface Backend<C> {
  /** Makes the context of one request of a caller, whose work ends with the signal. */
  readonly contextFactory: (caller: Caller, signal: () => AbortSignal) => C;
  readonly readinessChecks: readonly ReadinessCheck[];
  readonly readPool: MetricSources['readPool'];
  /** Stands for all that answers are made of: what is committed, the copies of documents, and the day. */
  readonly version: () => Promise<string>;
}

/** What a start still waits for: the name of a readiness check, and words for strangers. */
export interface Waiting {
  readonly waitsFor: string;
  readonly message: string;
}

/** How far the start of the service has come: its port is open from the first. */
export type Stage<C> = Waiting | Backend<C>;

/** What has to hold at a stage. */
export const checksAt = (stage: Stage<unknown>): readonly ReadinessCheck[] =>
  'waitsFor' in stage ? [{ name: stage.waitsFor, check: async () => stage.message }] : stage.readinessChecks;
