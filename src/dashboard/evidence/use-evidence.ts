import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const parameter = 'evidence';
const prefix = 'fact:';
// Kept with the step of the history, so that it outlives a reload.
const mark = 'evidenceOpenedHere';
const openedHere = { [mark]: true };

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
      setSearch(
        (search) => {
          search.set(parameter, written(facts));
          return search;
        },
        { state: openedHere },
      ),
    [setSearch],
  );
}

/** Closes the evidence: a step back where it was opened here, so that nothing stays behind which the back button would open again. */
export function useCloseEvidence(): () => void {
  const [, setSearch] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  return () => {
    if (state?.[mark]) return navigate(-1);
    setSearch(
      (search) => {
        search.delete(parameter);
        return search;
      },
      { replace: true },
    );
  };
}
