import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'evidence';
const prefix = 'fact:';

/** The facts whose evidence is open, as the address says. */
export function useOpenFacts(): string[] {
  const [search] = useSearchParams();
  const given = search.get(parameter);
  return given ? given.split('.').map((hash) => `${prefix}${hash}`) : [];
}

const written = (facts: readonly string[]): string => facts.map((id) => id.slice(prefix.length)).join('.');

/** The query of an address at which the evidence of facts is open. */
export function addressOfEvidence(search: string, facts: readonly string[]): string {
  const next = new URLSearchParams(search);
  next.set(parameter, written(facts));
  return `?${next}`;
}

/** Opens the evidence of facts beside the page; the address says so, and the back button closes it. */
export function useOpenEvidence(): (facts: readonly string[]) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (facts) =>
      setSearch((search) => {
        search.set(parameter, written(facts));
        return search;
      }),
    [setSearch],
  );
}

/** Closes the evidence. */
export function useCloseEvidence(): () => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    () =>
      setSearch((search) => {
        search.delete(parameter);
        return search;
      }),
    [setSearch],
  );
}
