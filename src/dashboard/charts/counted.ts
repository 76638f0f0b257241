/** How many there are of something, and the facts that say so. */
export interface Count {
  readonly count: number;
  readonly factIds: readonly string[];
}

/** What a chart shows: a row for each place on its axis, in each a count for each series. */
export interface Counted {
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly Count[] }[];
  /** How many have no place: those without a date, and those dated by year where months are counted. */
  readonly undated: number;
  readonly coarse: number;
}

/** More would make an address that servers refuse. */
const mostOpened = 100;

/** The facts whose evidence a bar opens. Shape: at most a hundred. */
export const factsOf = ({ rows }: Counted, row: number, series: number): readonly string[] =>
  rows[row]?.counts[series]?.factIds.slice(0, mostOpened) ?? [];
