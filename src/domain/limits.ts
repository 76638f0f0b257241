/** How much one question may ask. What each counts stands with its rule. */
export interface Limits {
  /** Words and signs of the question's text. */
  readonly tokens: number;
  /** What is told of a question that is wrong. */
  readonly validationErrors: number;
  /** What is told of values that are wrong. */
  readonly coercionErrors: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly mutations: number;
  /** Fields, those of fragments counted wherever the fragment stands. */
  readonly fields: number;
  readonly nodes: number;
  readonly points: number;
  readonly pageSize: number;
  readonly whereDepth: number;
  readonly predicates: number;
  readonly relationshipFilters: number;
  readonly listLength: number;
  readonly stringLength: number;
  /** Characters of a phrase or name to look for. */
  readonly phraseLength: number;
  readonly phraseTerms: number;
  readonly pathFacts: number;
}

/** The largest page that the schema is built for. */
export const largestPage = 100;

/** The limits that hold unless an operator sets others. */
export const defaultLimits: Limits = {
  tokens: 2000,
  validationErrors: 5,
  coercionErrors: 3,
  depth: 10,
  introspectionDepth: 16,
  aliases: 30,
  rootFields: 10,
  mutations: 1,
  fields: 10_000,
  nodes: 10_000,
  points: 1000,
  pageSize: largestPage,
  whereDepth: 4,
  predicates: 50,
  relationshipFilters: 3,
  listLength: 250,
  stringLength: 500,
  phraseLength: 100,
  phraseTerms: 8,
  pathFacts: 6,
};

/** A limit that something went over: what it is called, what was asked where that is known, and what is allowed. */
export interface Excess {
  readonly name: string;
  readonly asked?: unknown;
  readonly allowed: number;
}

/** Says what was asked, what is allowed, and by `advice` what to change. */
export const describeExcess = ({ name, asked = 'more', allowed }: Excess, advice: string): string =>
  `${name}: ${asked} asked, ${allowed} allowed. ${advice}`;
