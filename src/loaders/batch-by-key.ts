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

/** Such loaders, one for each thing that is wanted of the keys. */
export function loadOneFor<W, T>(
  load: (wanted: W, keys: readonly string[]) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): (wanted: W) => DataLoader<string, T | null> {
  const loaders = new Map<string, DataLoader<string, T | null>>();
  return (wanted) => {
    const name = JSON.stringify(wanted);
    const loader = loaders.get(name) ?? loadOne((keys) => load(wanted, keys), keyOf);
    loaders.set(name, loader);
    return loader;
  };
}
