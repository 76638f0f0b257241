import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A value that the address keeps under a name; the empty one is not written. What is typed replaces the address, so that one step back leaves the page. */
export function useStateInAddress(name: string, otherwise = ''): [value: string, set: (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setSearch(
        (current) => {
          if (value && value !== otherwise) current.set(name, value);
          else current.delete(name);
          return current;
        },
        { replace: true },
      ),
    [name, otherwise, setSearch],
  );
  return [search.get(name) ?? otherwise, set];
}
