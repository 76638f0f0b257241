import type { SourceFile } from '../domain/source-file.ts';
import type { Fault } from './fault.ts';

export interface Declarer {
  readonly id: string;
  readonly sourceId: string;
  readonly identified: boolean;
}

/** Of people: the sources that declare them and do not say why they are the ones that other sources know. */
export type Unidentified = Map<string, string[]>;

/** The people a file declares, and whether it says why they are the ones that other sources know. */
export const declarersOf = (file: SourceFile): Declarer[] =>
  Object.entries(file.entities)
    .filter(([id]) => id.startsWith('person:'))
    .map(([id, entity]) => ({ id, sourceId: file.source.id, identified: entity.identifiedBy !== undefined }));

/** Adds those that do not say why. */
export function addUnidentified(all: Unidentified, declarers: readonly Declarer[]): void {
  for (const { id, sourceId, identified } of declarers) if (!identified) all.set(id, [...(all.get(id) ?? []), sourceId]);
}

/** A name alone never makes two people one: of the sources that declare a person, all but one must say why it is the same. */
export function checkIdentities(file: SourceFile, all: Unidentified): Fault[] {
  return declarersOf(file)
    .filter(({ identified }) => !identified)
    .filter(({ id, sourceId }) => all.get(id)?.some((other) => other !== sourceId))
    .map(({ id }) => ({
      path: ['entities', id],
      message: `${id} is declared by another source too. Say in identifiedBy why it is the same person, or give this one another id`,
    }));
}
