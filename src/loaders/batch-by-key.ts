import DataLoader from 'dataloader';

/** A loader that asks once for all keys of a tick and answers each with its row. Shape: null where there is none. */
export function loadOne<T>(
  load: (keys: readonly string[]) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): DataLoader<string, T | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await load(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}
