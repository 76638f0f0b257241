import { setTimeout as sleep } from 'node:timers/promises';
import { NoMemoryLeftError, UnavailableError } from '../domain/errors.ts';

/** A read that failed later than this has kept whoever asked waiting long enough. Units: ms. */
const soonMs = 500;
/** Those that used up the memory together would do so again, were they not tried again at different moments. Units: ms. */
const spreadMs = 1000;

/**
 * Does a read, and once more where its connection broke under it, Neo4j asked for another try, or the memory of all was used up: it changes nothing, so that is safe.
 * Errors: those of the last try.
 */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await read();
  } catch (error) {
    if (error instanceof NoMemoryLeftError) await sleep(Math.random() * spreadMs);
    else if (!mayPass(error) || performance.now() - begun > soonMs) throw error;
    return read();
  }
}

/** Without a cause it was us who found that Neo4j is away. */
const mayPass = (error: unknown): boolean => error instanceof UnavailableError && error.cause !== undefined;
