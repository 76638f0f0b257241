/** One thing without which questions cannot be answered well. */
export interface ReadinessCheck {
  readonly name: string;
  /** Says what is wrong, in words that strangers may read; nothing when all is well. */
  check(): Promise<string | undefined>;
}

/** What `/readyz` answers. */
export interface ReadinessReport {
  readonly status: 'ok' | 'unavailable';
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly message?: string }[];
}

/** Whether the service should be sent questions now. */
export interface Readiness {
  read(): Promise<ReadinessReport>;
  /** Says from now on that the service is about to stop. */
  drain(): void;
}

const patienceMs = 3000;
/** However often strangers ask, the database is asked once in this time. */
const freshMs = 1000;

/** Makes the readiness of a service from the checks of the moment; each that fails, breaks or takes too long is named. */
export function createReadiness(checks: () => readonly ReadinessCheck[]): Readiness {
  let draining = false;
  let last: { at: number; results: Promise<ReadinessReport['checks']> } | undefined;
  const results = () => {
    if (!last || performance.now() - last.at > freshMs) last = { at: performance.now(), results: Promise.all(checks().map(run)) };
    return last.results;
  };
  return {
    read: async () => {
      const stopping = { name: 'draining', ok: !draining, ...(draining && { message: 'The service is stopping.' }) };
      const all = [...(await results()), stopping];
      return { status: all.every(({ ok }) => ok) ? 'ok' : 'unavailable', checks: all };
    },
    drain: () => {
      draining = true;
    },
  };
}

async function run({ name, check }: ReadinessCheck): Promise<ReadinessReport['checks'][number]> {
  const message = await Promise.race([check().catch(() => 'This cannot be told at the moment.'), tooLate()]);
  return message === undefined ? { name, ok: true } : { name, ok: false, message };
}

const tooLate = () =>
  new Promise<string>((resolve) => setTimeout(() => resolve(`No answer within ${patienceMs / 1000} s.`), patienceMs).unref());
