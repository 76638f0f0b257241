/** A table to be written into a file: a name, the columns, and one value a column in each row; null is an empty cell. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly title: string /** Units: characters. */; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
