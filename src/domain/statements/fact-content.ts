import type { FactType } from '../facts.ts';

export type Language = 'ZH' | 'EN';

/** One end of a fact: the part it plays, the entity, and what the tie itself carries. */
export interface ContentEnd {
  readonly part: string;
  readonly entity: { readonly id: string; readonly name: string; readonly nameEn?: string | null };
  readonly carried: Readonly<Record<string, unknown>>;
}

/** A fact as far as saying it needs it. */
export interface FactContent {
  readonly factType: FactType;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly ends: readonly ContentEnd[];
}
