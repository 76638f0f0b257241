import type { FactKind } from './facts.ts';

/** The kinds of facts that make two organisations partners, and the relationships by which one hangs on them. */
export const partnershipKinds = {
  AGREEMENT: ['PARTY'],
  MEMBERSHIP: ['MEMBER', 'OF_BODY'],
  DESIGNATION: ['DESIGNATES', 'DESIGNATED_BY'],
  ORGANISING: ['ORGANISED_BY', 'INITIATED_BY', 'SUPPORTED_BY'],
  CONFERMENT: ['CONFERRED_ON', 'CONFERRED_BY'],
} as const satisfies Partial<Record<FactKind, readonly string[]>>;
export type PartnershipKind = keyof typeof partnershipKinds;

/** Says whether facts of a kind can make partners. */
export const isPartnershipKind = (kind: FactKind): kind is PartnershipKind => kind in partnershipKinds;
