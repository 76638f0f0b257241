import { bad, type HttpFault } from './send-json.ts';

/** Refuses what stands behind the `?` unless it is UTF-8: a lenient decoder would ask for U+FFFD instead. */
export function checkSearch(search: string): HttpFault | undefined {
  try {
    decodeURIComponent(search);
    return /[^!-~]/.test(search) ? bad(400, 'The address holds characters that are not escaped.') : undefined;
  } catch {
    return bad(400, 'The address is no valid UTF-8, or wrongly escaped.');
  }
}
