import type { FactRow } from '../database/queries/fact-row.ts';
import { dateOfFact } from '../domain/read-date.ts';
import { composeStatement } from '../domain/statements/compose-statement.ts';
import type { GraphContext } from './context.ts';
import type { LabelArguments } from './entity-fields.ts';
import { evidenceOfFact } from './evidence.ts';
import { takes } from './facts-asked.ts';

interface FactParent {
  readonly factId: string;
}

const factOf = async ({ factId }: FactParent, { loaders }: GraphContext): Promise<FactRow> => {
  const fact = await loaders.factById.load(factId);
  if (!fact) throw new Error(`The fact ${factId} has no companion`);
  return fact;
};

/** The field every fact-bearing type and edge has beside its stored ones. */
export const evidenceField = {
  evidence: takes({}, evidenceOfFact),
};

/** The fields every type of fact node has. */
export const factFields = {
  ...evidenceField,
  label: async (parent: FactParent, { lang }: LabelArguments, context: GraphContext) =>
    composeStatement(await factOf(parent, context), lang ?? 'ZH'),
  date: async (parent: FactParent, _: unknown, context: GraphContext) => {
    const fact = await factOf(parent, context);
    return dateOfFact(fact.properties, fact.ends);
  },
};

/** The one entity at an end of a fact node, in short. */
export const endOfFact = (part: string) => async (parent: FactParent, _: unknown, context: GraphContext) =>
  (await factOf(parent, context)).ends.find((end) => end.part === part)?.entity;

/** All entities at an end of a fact node, in short. */
export const endsOfFact = (part: string) => async (parent: FactParent, _: unknown, context: GraphContext) =>
  (await factOf(parent, context)).ends.filter((end) => end.part === part).map((end) => end.entity);
