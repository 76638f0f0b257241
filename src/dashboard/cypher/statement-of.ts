import { factsStatement, timelineStatement } from './facts.ts';
import { agreementsStatement, entityStatement, listStatement } from './look-ups.ts';
import { partnersStatement } from './partners.ts';
import { attendedStatement, rosterStatement } from './rosters.ts';

// biome-ignore lint/suspicious/noExplicitAny: each takes the variables of its own question.
type Write = (variables: any) => string | undefined;

/** What writes a question of the pages as one statement, by the question's name. Those that weigh, rank or walk are not among them. */
export const statements: Readonly<Record<string, Write>> = {
  EntityCard: entityStatement,
  RosterOfEvent: rosterStatement,
  Attended: attendedStatement,
  Partnerships: partnersStatement,
  EntityFacts: timelineStatement,
  Timeline: timelineStatement,
  EventDates: (variables) => listStatement('Event')({ ...variables, orderBy: 'DATE' }),
  ListFacts: factsStatement,
  ListPerson: listStatement('Person'),
  ListOrganisation: listStatement('Organisation'),
  ListEventSeries: listStatement('EventSeries'),
  ListEvent: listStatement('Event'),
  ListAgreement: agreementsStatement,
  ListWork: listStatement('Work'),
  ListProject: listStatement('Project'),
  ListHonour: listStatement('Honour'),
  ListPlace: listStatement('Place'),
  ListSource: listStatement('Source'),
};

/** The question as one statement of Cypher, for a reader's own Neo4j; none where one would not answer it. */
export const statementOf = (name: string, variables: object): string | undefined => statements[name]?.(variables);
