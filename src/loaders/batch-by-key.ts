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

/** A loader that asks once for all keys of a tick and answers each with its rows, in the order they came. */
export function loadMany<T>(load: (keys: readonly string[]) => Promise<readonly T[]>, keyOf: (row: T) => string): DataLoader<string, T[]> {
  return new DataLoader(async (keys) => {
    const rows = new Map<string, T[]>(keys.map((key) => [key, []]));
    for (const row of await load(keys)) rows.get(keyOf(row))?.push(row);
    return keys.map((key) => rows.get(key) ?? []);
  });
}
