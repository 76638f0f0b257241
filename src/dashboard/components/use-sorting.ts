import { locale } from '../language/language.ts';
import { useStateInAddress } from './use-state-in-address.ts';

type Values<Row, Column extends string> = Readonly<Record<Column, (row: Row) => string | number>>;

/** How a table is sorted. */
export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly isDown: boolean;
  /** Sorts by a column, the other way round where it is sorted by it already. */
  sortBy(column: Column): void;
}

// Chinese by pinyin.
const { compare: byText } = new Intl.Collator([locale, 'zh-CN']);
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byText(String(a), String(b));

/** Rows in the order that the address keeps under a name: a column, with `-` before it for downwards. */
export function useSorting<Row, Column extends string>(
  name: string,
  usual: Column | `-${Column}`,
  values: Values<Row, Column>,
  rows: readonly Row[],
): [sorted: Row[], sorting: Sorting<Column>] {
  const [given, setGiven] = useStateInAddress(name, usual);
  const order = given.replace('-', '') in values ? given : usual;
  const column = order.replace('-', '') as Column;
  const isDown = order.startsWith('-');
  const sorted = [...rows].sort((a, b) => compare(values[column](a), values[column](b)) * (isDown ? -1 : 1));
  return [sorted, { column, isDown, sortBy: (next) => setGiven(next === column && isDown ? next : next === column ? `-${next}` : next) }];
}
