/** What one check of the doctor found. */
export interface Diagnosis {
  readonly check: string;
  /** A warning lets the service run; a fault does not. */
  readonly state: 'ok' | 'warning' | 'fault';
  readonly found: string;
  /** What to do about it; only where it is not ok. */
  readonly advice?: string;
}

/** All is well. */
export const healthy = (check: string, found: string): Diagnosis => ({ check, state: 'ok', found });

/** Something runs, and had better be changed. */
export const doubtful = (check: string, found: string, advice: string): Diagnosis => ({ check, state: 'warning', found, advice });

/** Something that must be changed first. */
export const broken = (check: string, found: string, advice: string): Diagnosis => ({ check, state: 'fault', found, advice });
