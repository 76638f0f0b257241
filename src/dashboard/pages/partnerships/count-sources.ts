interface Said {
  readonly evidence: readonly { readonly source: { readonly id: string } }[];
}

/** How many documents say these facts, of which one is worth a mark. */
export const countSources = (facts: readonly Said[]): number =>
  new Set(facts.flatMap(({ evidence }) => evidence.map(({ source }) => source.id))).size;
