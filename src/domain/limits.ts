/** How much one question may ask. What each counts stands with its rule. */
export interface Limits {
  /** Words and signs of the question's text. */
  readonly tokens: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Fields, those of fragments counted wherever the fragment stands. */
  readonly fields: number;
  readonly nodes: number;
  readonly points: number;
  readonly whereDepth: number;
  readonly predicates: number;
  readonly relationshipFilters: number;
  readonly listLength: number;
  readonly stringLength: number;
}

/** The limits that hold unless an operator sets others. */
export const defaultLimits: Limits = {
  tokens: 2000,
  depth: 10,
  introspectionDepth: 16,
  aliases: 30,
  rootFields: 10,
  fields: 10_000,
  nodes: 10_000,
  points: 1000,
  whereDepth: 4,
  predicates: 50,
  relationshipFilters: 3,
  listLength: 250,
  stringLength: 500,
};
