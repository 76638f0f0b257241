import neo4j, { Neo4jError } from 'neo4j-driver';

/** Whoever ends a statement on purpose meets these, so they do not count as passing; the driver renames them likewise. */
const endedOnPurpose = /^Neo\.TransientError(?=\.Transaction\.(?:Terminated|LockClientStopped)$)/;

/** What Neo4j refused, as the driver tells it. */
export const serverFailure = ({ code, message }: Record<string, unknown>): Neo4jError =>
  driverError(String(message), String(code).replace(endedOnPurpose, 'Neo.ClientError'));

/** A connection that could not be made, or broke. */
export const connectionLost = (why: string): Neo4jError => driverError(`The connection was lost: ${why}`, neo4j.error.SERVICE_UNAVAILABLE);

/** Bytes that are no answer of Neo4j's. */
export const notUnderstood = (why: unknown): Neo4jError => driverError(`The answer was not understood: ${why}`, neo4j.error.PROTOCOL_ERROR);

/** No connection was free in time; in the words by which the driver's own is known. */
export const poolExhausted = (ms: number): Neo4jError => driverError(`Connection acquisition timed out in ${ms} ms.`, 'N/A');

function driverError(message: string, code: string): Neo4jError {
  // Its type names the driver's own codes only; Neo4j's come the same way.
  return new Neo4jError(
    message,
    code as typeof neo4j.error.SERVICE_UNAVAILABLE,
    '50N42',
    `error: general processing exception - ${message}`,
  );
}

/** Whether Neo4j refused who asks, and not what was asked. */
export const isOfLogin = ({ code }: Neo4jError): boolean => code.startsWith('Neo.ClientError.Security.');
