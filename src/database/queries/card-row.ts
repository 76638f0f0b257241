import { z } from 'zod';
import { nameValues } from './named-values.ts';

const text = z.string().nullish();

/** A date block's properties as nodes and relationships bear them. */
export const dateFields = {
  dateStart: text,
  dateEnd: text,
  datePrecision: z.enum(['YEAR', 'MONTH', 'DAY']).nullish(),
  dateInferred: z.boolean().nullish(),
  dateText: text,
};

/** An entity in short, as a query gives it. */
export const cardRow = z.object({
  id: z.string(),
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  nameEn: text,
  kind: text,
  kinds: z.array(z.string()).nullish(),
  status: text,
  startYear: z.number().nullish(),
  ...dateFields,
  dateKey: text,
});
export type CardRow = z.output<typeof cardRow>;

/** The properties that a card is made of. */
export const cardProperties = Object.keys(cardRow.shape);

/** What a card, its label and most of its summary are made of, as a map projection of an entity's variable. */
export const cardFields = (variable: string): string => `${variable} {${cardProperties.map((property) => `.${property}`).join(', ')}}`;

/** The same as a list, for answers of many cards: the names would be most of what is sent and read. */
export const cardValues = (variable: string): string => `[${cardProperties.map((property) => `${variable}.${property}`).join(', ')}]`;

/** An entity in short with what was asked of it, and its id. */
export type AskedCard = Pick<CardRow, 'id'> & Partial<CardRow>;

/** The names whose values `askedCard` reads. */
export const askedNames = (names: readonly string[]): readonly string[] => ['id', ...names];

/** Reads the values of an id and of these properties. Shape: null where there is no such entity. */
export function askedCard(names: readonly string[], [id, ...values]: readonly unknown[]): AskedCard | null {
  if (typeof id !== 'string') return null;
  return Object.assign(nameValues(names, values), { id });
}
