import type { Sorting } from './use-sorting.ts';

interface Props<Column extends string> {
  readonly column: Column;
  readonly sorting: Sorting<Column>;
  readonly children: string;
}

/** A column's title that sorts by it when it is pressed. */
export function SortTitle<Column extends string>({ column, sorting, children }: Props<Column>) {
  const isSorted = sorting.column === column;
  return (
    <th scope="col" aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort-title" onClick={() => sorting.sortBy(column)}>
        {children} <span aria-hidden>{isSorted ? (sorting.isDown ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
}
