import type { GraphContext } from './context.ts';
import { endOfFact, endsOfFact, evidenceField, factFields } from './fact-fields.ts';

/** Whom a person who signed, handed over or received stood for. */
const stoodFor = {
  onBehalfOf: ({ onBehalfOfId }: { onBehalfOfId?: string | null }, _: unknown, { loaders }: GraphContext) =>
    onBehalfOfId ? loaders.cardById.load(onBehalfOfId) : null,
};

/** The types of fact nodes, and the edges that bear facts or what a hand carried. */
export const factNodes = {
  Position: factFields,
  Membership: factFields,
  Designation: factFields,
  Conferment: factFields,
  Figure: { ...factFields, subject: endOfFact('subject') },
  Remark: { ...factFields, addressees: endsOfFact('addressee') },
  Statement: { ...factFields, subject: endOfFact('subject') },
  Affiliation: evidenceField,
  PartOf: evidenceField,
  EditionOf: evidenceField,
  PlaceWithin: evidenceField,
  Signatory: stoodFor,
  Handing: stoodFor,
};
