import { manyRows } from '../operations.ts';
import type { PlainQuestion } from './plain-questions.ts';

const rows = '{ network { nodes { entity { id name } degree strength } ties { a b weight sharedEvents } } }';

/** What Apollo without a database is asked for: the rows that it has in memory, whatever the scope. */
export const apolloQuestions: Record<string, PlainQuestion> = { [manyRows]: { query: rows, variables: {}, inOurs: (data) => data } };
