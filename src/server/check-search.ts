import { GraphError } from '../domain/errors.ts';

/** Refuses what stands behind the `?` unless it is UTF-8: a lenient decoder would ask for U+FFFD instead. Errors: BAD_REQUEST. */
export function checkSearch(search: string): void {
  if (!isDecodable(search)) throw new GraphError('BAD_REQUEST', 'The address is no valid UTF-8, or wrongly escaped.');
  if (/[^!-~]/.test(search)) throw new GraphError('BAD_REQUEST', 'The address holds characters that are not escaped.');
}

function isDecodable(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}
