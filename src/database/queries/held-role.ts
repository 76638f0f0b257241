import { askedEvidence, type EvidencePart, type EvidenceRow, evidenceOf } from './asked-evidence.ts';
import { type AskedCard, askedCard, askedNames, cardProperties } from './card-row.ts';
import { valuesOf } from './named-values.ts';

/** What a question takes of the entities in short that a role names. */
export interface RolePart {
  readonly event: readonly string[];
  /** Left out where it is not asked. */
  readonly onBehalfOf?: readonly string[] | undefined;
  readonly evidence?: EvidencePart | undefined;
}

/** All of both. */
export const wholeRole = { event: cardProperties, onBehalfOf: cardProperties } as const satisfies RolePart;

/** A role held at an event. */
export interface HeldRoleRow {
  readonly factId: string;
  readonly role: string;
  readonly roleText: string | null;
  readonly capacity: string | null;
  readonly certainty: string;
  readonly disputed: boolean;
  readonly event: AskedCard;
  readonly onBehalfOf: AskedCard | null;
  /** Left out where it is not asked. */
  readonly evidence?: readonly EvidenceRow[] | undefined;
}

/** The end of a subquery that returns the participation `h` at the event `e`, in the order of events: read by `heldRole`. */
export const returnHeldRole = ({ onBehalfOf, evidence }: RolePart): string => {
  const standsFor = onBehalfOf ? valuesOf('b', '$roles.onBehalfOf') : '[]';
  const isSaid = evidence ? `, ${evidenceOf('h.factId', '$roles.evidence')}` : '';
  return `${onBehalfOf ? 'OPTIONAL MATCH (b:Entity {id: h.onBehalfOf})' : ''}
    RETURN [h.factId, h.role, h.roleText, h.capacity, h.certainty, h.disputed, ${valuesOf('e', '$roles.event')}, ${standsFor}${isSaid}]
    ORDER BY e.dateKey, e.id, h.factId`;
};

/** The parameter `$roles` that `returnHeldRole` reads. */
export const rolesParameter = ({ event, onBehalfOf = [], evidence }: RolePart) => ({
  event: askedNames(event),
  onBehalfOf: askedNames(onBehalfOf),
  ...(evidence && { evidence }),
});

/** Reads what `returnHeldRole` returns. */
export function heldRole(values: readonly unknown[], { event, onBehalfOf = [], evidence }: RolePart): HeldRoleRow {
  const [factId, role, roleText, capacity, certainty, disputed, eventValues, standsFor, isSaid] = values;
  return {
    factId: factId as string,
    role: role as string,
    roleText: (roleText ?? null) as string | null,
    capacity: (capacity ?? null) as string | null,
    certainty: certainty as string,
    disputed: disputed === true,
    event: askedCard(event, eventValues as unknown[]) as AskedCard,
    onBehalfOf: askedCard(onBehalfOf, standsFor as unknown[]),
    ...(evidence && { evidence: askedEvidence(isSaid, evidence) }),
  };
}
