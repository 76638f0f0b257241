import { z } from 'zod';
import { type FactKind, type FactType, factKinds } from '../../domain/facts.ts';
import { type Certainty, certainties } from '../../domain/vocabulary.ts';
import { cardRow } from './card-row.ts';

const codes = <T extends string>(vocabulary: Record<T, unknown>) => z.enum(Object.keys(vocabulary) as [T, ...T[]]);

const end = z.object({ part: z.string(), carried: z.record(z.string(), z.unknown()), entity: cardRow });

/** A fact whole, living or withdrawn. */
export const factRow = z.object({
  factId: z.string(),
  factKind: codes<FactKind>(factKinds),
  factType: z.string().transform((type) => type as FactType),
  certainty: codes<Certainty>(certainties),
  disputed: z.boolean(),
  properties: z.record(z.string(), z.unknown()),
  ends: z.array(end),
  withdrawnAt: z.string().nullable(),
});
export type FactRow = z.output<typeof factRow>;
