import { parseSpans } from '../domain/lines.ts';
import type { EntityDeclaration, SourceFile } from '../domain/source-file.ts';
import type { Certainty, Stance, StatementProperty } from '../domain/vocabulary.ts';
import type { Saying } from './plan.ts';

type Given = EntityDeclaration['name'];

const keys = {
  name: 'NAME',
  kind: 'KIND',
  aliases: 'ALIAS',
  honorifics: 'HONORIFIC',
  themes: 'THEME',
  aims: 'AIM',
  date: 'DATE',
  status: 'STATUS',
  startYear: 'START_YEAR',
} as const satisfies Partial<Record<keyof EntityDeclaration, StatementProperty>>;

/** What a file says of its entities themselves, as Statement facts. */
export const entitiesStatements = (file: SourceFile): Saying[] =>
  Object.entries(file.entities).flatMap(([id, entity]) => entityStatements(id, entity));

function entityStatements(id: string, entity: Partial<EntityDeclaration> & Pick<EntityDeclaration, 'lines'>): Saying[] {
  return Object.entries(keys).flatMap(([key, property]) => {
    const given = [entity[key as keyof typeof keys] ?? []].flat() as Given[];
    return given.map((value) => saying(id, property, value, entity));
  });
}

function saying(
  id: string,
  property: StatementProperty,
  given: Given,
  entity: Pick<EntityDeclaration, 'lines' | 'certainty' | 'stance'>,
): Saying {
  const said = typeof given === 'object' ? given : { value: given };
  return {
    type: 'Statement',
    ends: { subject: { entity: id } },
    properties: { property, value: String(said.value), ...(said.inferred && { inferred: true }), ...(said.text && { text: said.text }) },
    lines: parseSpans(said.lines ?? entity.lines),
    certainty: (said.certainty ?? entity.certainty ?? 'EXPLICIT') as Certainty,
    stance: (said.stance ?? entity.stance ?? 'SUPPORTS') as Stance,
  };
}

/** What a file says of its document: that is there from its first filled line, unless the title stands elsewhere. */
export function documentStatements({ source }: SourceFile): Saying[] {
  const lines = source.lines ?? source.filledLines[0] ?? 1;
  return entityStatements(source.id, { name: source.name, kind: 'DOCUMENT', lines, ...(source.published && { date: source.published }) });
}
