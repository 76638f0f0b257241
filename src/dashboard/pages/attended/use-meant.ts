import { useSearchParams } from 'react-router';

const parameter = 'means';

/** Whom an ambiguous name of the list means, which the address keeps as `means=name~id`. */
export function useMeant(name: string): [id: string | undefined, setId: (id: string) => void] {
  const [search, setSearch] = useSearchParams();
  const start = `${name}~`;
  const given = search.getAll(parameter);
  const set = (id: string) =>
    setSearch(
      (current) => {
        current.delete(parameter);
        for (const each of [...given.filter((other) => !other.startsWith(start)), start + id]) current.append(parameter, each);
        return current;
      },
      { replace: true },
    );
  return [given.find((each) => each.startsWith(start))?.slice(start.length), set];
}
