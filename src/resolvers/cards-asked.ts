import { cardProperties } from '../database/queries/card-row.ts';
import type { Asked } from '../loaders/nodes.ts';
import { fieldsAsked } from './fields-asked.ts';

const takenBy: Readonly<Record<string, readonly string[]>> = {
  __typename: [],
  id: [],
  kind: [],
  name: ['name'],
  nameEn: ['nameEn'],
  label: ['name', 'nameEn'],
};

/** The properties that a question takes of an entity in short. */
export const cardAsked = (asked: Asked): readonly string[] => [
  ...new Set(fieldsAsked(asked).flatMap(({ name }) => takenBy[name.value] ?? cardProperties)),
];
