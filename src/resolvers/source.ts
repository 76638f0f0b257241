import { readDate } from '../domain/read-date.ts';
import { entityFields, linksOf } from './entity-fields.ts';
import { sourceLines } from './source-lines.ts';

/** Fields of `Source` that are ours. */
export const source = { ...entityFields, date: readDate, credits: linksOf('CREDIT', 'work'), lines: sourceLines };
