import { UnavailableError } from '../domain/errors.ts';

/** A read that failed later than this has kept whoever asked waiting long enough. Units: ms. */
const soonMs = 500;

/**
 * Does a read, and once more where its connection broke under it, or Neo4j asked for another try: it changes nothing, so that is safe.
 * Errors: those of the last try.
 */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await read();
  } catch (error) {
    // Without a cause it was us who found that Neo4j is away.
    const mayPass = error instanceof UnavailableError && error.cause !== undefined;
    if (!mayPass || performance.now() - begun > soonMs) throw error;
    return read();
  }
}
