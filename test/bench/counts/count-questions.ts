import type { Database } from '../../../src/database/connect.ts';
import { askSchema } from '../../support/ask-schema.ts';
import { profiledReads } from '../profiled-reads.ts';

/** What is asked. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What one question asks of the database, and how long its answer is: numbers that come out the same every time. */
export interface Counts {
  readonly roundTrips: number;
  readonly databaseHits: number;
  readonly bytes: number;
}

/** Counts of each question by its name, and how many different statements all of them sent. */
export interface Counted {
  readonly questions: Record<string, Counts>;
  readonly texts: number;
}

/** Asks each question once, each by itself, and counts. Errors: an Error for a question that has no answer. */
export async function countQuestions(database: Database, questions: readonly Question[]): Promise<Counted> {
  // The planner goes by what it knows of the indexes, which Neo4j finds out in its own time.
  await database.schema('CALL db.prepareForReplanning(120)');
  const counts: Record<string, Counts> = {};
  const texts = new Set<string>();
  for (const { name, query, variables } of questions) {
    const { database: profiled, cost } = profiledReads(database);
    const { data, errors } = await (await askSchema(profiled))(query, variables);
    if (errors) throw new Error(`${name}: ${errors.map((error) => error.message).join('; ')}`);
    counts[name] = { roundTrips: cost.statements, databaseHits: cost.databaseHits, bytes: Buffer.byteLength(JSON.stringify(data)) };
    for (const text of cost.texts) texts.add(text);
  }
  return { questions: counts, texts: texts.size };
}
