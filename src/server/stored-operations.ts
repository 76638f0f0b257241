import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../domain/errors.ts';

/** The questions that our own pages ask, each by the SHA-256 of its text. */
export type StoredOperations = ReadonlyMap<string, string>;

// The same distance from src/server and from dist/server.
const listOfPages = fileURLToPath(new URL('../../dist/dashboard/operations.json', import.meta.url));

/** Reads the list that building the pages leaves; none where they are not built. Errors: OperatorError for a text under another's hash. */
export function readStoredOperations(file = listOfPages): StoredOperations {
  if (!existsSync(file)) return new Map();
  const stored = new Map(Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
  for (const [hash, text] of stored)
    if (createHash('sha256').update(text).digest('hex') !== hash)
      throw new OperatorError(
        'The list of stored questions holds a text under a hash that is not its own. Build the pages anew: npm run build.',
      );
  return stored;
}
