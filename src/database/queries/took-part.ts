import type { EventRole } from '../../domain/vocabulary.ts';

/** The condition under which a place on a roster counts: it has one of the `$roles` named, else one that implies presence. */
export const tookPart = (place: string, roles?: readonly EventRole[] | null): string =>
  roles ? `any(role IN ${place}.roles WHERE role IN $roles)` : `${place}.present`;
