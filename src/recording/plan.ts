import type { FactType } from '../domain/facts.ts';
import type { LineSpan } from '../domain/lines.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Certainty, Stance } from '../domain/vocabulary.ts';

/** An end as said: the entity's id, with what the tie itself carries. */
export interface SaidEnd {
  readonly entity: string;
  readonly [carried: string]: string;
}
export type SaidValue = string | number | boolean | readonly (string | number)[] | readonly SaidEnd[];

/** What makes two sayings one fact. */
export interface Identity {
  readonly type: FactType;
  readonly ends: Readonly<Record<string, string | readonly string[] | null>>;
  readonly properties: Readonly<Record<string, SaidValue | null>>;
}

/** One source's word for one fact. */
export interface PlannedEvidence extends LineSpan {
  readonly id: string;
  readonly factId: string;
  readonly certainty: Certainty;
  readonly stance: Stance;
  readonly said: Readonly<Record<string, SaidValue>>;
}

export interface PlannedFact {
  readonly factId: string;
  readonly identity: Identity;
  /** Only an agreement is an entity too. */
  readonly entityId?: string;
}

/** What a file, or a part of one, says. */
export interface Plan {
  readonly file: SourceFile;
  readonly facts: ReadonlyMap<string, PlannedFact>;
  readonly evidence: ReadonlyMap<string, PlannedEvidence>;
}

/** A fact with everything one place of a file says of it. */
export interface Saying {
  readonly type: FactType;
  readonly entityId?: string;
  readonly ends: Record<string, SaidEnd | SaidEnd[]>;
  readonly properties: Record<string, SaidValue>;
  readonly lines: readonly LineSpan[];
  readonly certainty: Certainty;
  readonly stance: Stance;
}
