import { useSearchParams } from 'react-router';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { criteriaOf, type List, lists, type Row, readRow, writeRow } from './criteria.ts';

/** The form's rows as the address keeps them, what the graph is asked by them, and how to change them. */
export function useCriteria() {
  const [search, setSearch] = useSearchParams();
  const [kind, setKind] = useStateInAddress('kind', 'PERSON');
  const rows = Object.fromEntries(lists.map((list) => [list, search.getAll(list).map(readRow)])) as Record<List, Row[]>;
  const setRows = (list: List, next: readonly Row[]) =>
    setSearch(
      (current) => {
        current.delete(list);
        for (const row of next) current.append(list, writeRow(row));
        return current;
      },
      { replace: true },
    );
  const allOf = criteriaOf(rows.all);
  const anyOf = criteriaOf(rows.any);
  const noneOf = criteriaOf(rows.none);
  const kinds: ('PERSON' | 'ORGANISATION')[] = kind === 'BOTH' ? ['PERSON', 'ORGANISATION'] : [kind === 'ORGANISATION' ? kind : 'PERSON'];
  const variables = { ...(allOf.length > 0 && { allOf }), ...(anyOf.length > 0 && { anyOf }), ...(noneOf.length > 0 && { noneOf }), kinds };
  return { rows, setRows, kind, setKind, variables, isWhole: allOf.length + anyOf.length > 0 };
}

/** What the graph is asked by the form. */
export type Criteria = ReturnType<typeof useCriteria>['variables'];
