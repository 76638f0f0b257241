import { z } from 'zod';
import { cardFields, cardRow } from './card-row.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** A role held at an event, as `heldRole` in Cypher gives it. */
export const heldRoleRow = z.object({
  factId: z.string(),
  role: z.string(),
  roleText: text,
  capacity: text,
  certainty: z.string(),
  disputed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  event: cardRow,
  onBehalfOf: cardRow.nullable(),
});

/** The end of a subquery that returns the participation `h` at the event `e`, in the order of events. */
export const returnHeldRole = `OPTIONAL MATCH (b:Entity {id: h.onBehalfOf})
    RETURN h {.factId, .role, .roleText, .capacity, .certainty, .disputed, event: ${cardFields('e')}, onBehalfOf: CASE WHEN b IS NULL THEN null ELSE ${cardFields('b')} END} ORDER BY e.dateKey, e.id, h.factId`;
