/** One page of a list, as every list of ours answers. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  /** Counted only when asked. */
  readonly totalCount: () => Promise<number> | number;
}

/** What makes a page of rows. `rows` holds one more than `first` where the list goes on. */
export interface PageParts<R, T> {
  readonly rows: readonly R[];
  readonly first: number;
  readonly after?: string | null;
  readonly cursorOf: (row: R) => string;
  readonly nodeOf: (row: R) => T;
  readonly totalCount: () => Promise<number> | number;
}

/** Makes a page of the rows that a keyset query gave. */
export function toPage<R, T>({ rows, first, after, cursorOf, nodeOf, totalCount }: PageParts<R, T>): Page<T> {
  const edges = rows.slice(0, first).map((row) => ({
    // Only when they are asked for: what nobody waits for must not be read, and above all not fail.
    get cursor() {
      return cursorOf(row);
    },
    get node() {
      return nodeOf(row);
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null && after !== undefined,
      get startCursor() {
        return edges.at(0)?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount,
  };
}
