import type { Metrics } from './metrics.ts';
import type { RequestRecord } from './request-record.ts';

/** The counters of questions. */
export type Counters = Pick<Metrics, 'countQuestion' | 'countRefusal'>;

const known = /^[A-Z][A-Z_]{2,40}$/;

/** Counts a question by its first error, and by the limit that it went over; nothing where none was answered or refused. */
export function countOutcome(metrics: Counters, { codes, limit }: Pick<RequestRecord, 'codes' | 'limit'>): void {
  if (!codes) return;
  const [code = 'OK'] = codes;
  metrics.countQuestion(known.test(code) || code === 'OK' ? code : 'OTHER');
  if (limit !== undefined) metrics.countRefusal(limit);
}
