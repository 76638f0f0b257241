import { z } from 'zod';
import { dateOrRange, partialDate } from './dates.ts';
import { type EndSpec, type FactSpec, type FactType, factSpec, factTypes, type PropertyShape } from './facts.ts';
import { unseenCharacter } from './unseen-character.ts';
import { certainties, entityKinds, kindsOf, nameStatuses, stances, statuses } from './vocabulary.ts';

const codes = (vocabulary: object) => z.enum(Object.keys(vocabulary) as [string, ...string[]]);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const words = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .superRefine((text, context) => {
    const found = unseenCharacter(text);
    if (found) context.addIssue(`holds the invisible character ${found.code} at position ${found.position}; take it out`);
    if (text.includes('\ufffd')) context.addIssue('holds U+FFFD: a character was lost when the file was converted; write it anew');
  });

const span = z.union([z.number().int().positive(), z.string().regex(/^\d+(-\d+)?$/, 'must be a line or two lines as 3-7')]);
/** Lines of the document, 1-based: `3`, `3-7`, or several of these. */
const lines = oneOrMore(span).describe('Lines of the document that say it: 3, 3-7, or a list of these.');

const evidence = {
  certainty: codes(certainties).optional().describe('EXPLICIT unless given.'),
  stance: codes(stances).optional().describe('SUPPORTS unless given.'),
};

const ids = Object.values(entityKinds)
  .map((kind) => kind.prefix)
  .join('|');
const entityId = z.string().regex(new RegExp(`^(${ids}):[a-z0-9]+(-[a-z0-9]+)*$`), 'must be an id such as person:fan-daiming');
const reference = words.describe('An entity: its id, its name or one of its aliases.');

const said = z.strictObject({
  value: z.union([words, z.number()]),
  lines: lines.optional(),
  ...evidence,
  inferred: z.boolean().optional().describe('True where the reader filled in part of it, as the year of a printed day.'),
  text: words.optional().describe('As printed.'),
});
const statement = z.union([words, z.number(), said]);

const allKinds = Object.assign({}, ...Object.values(kindsOf)) as object;

/** What one source says of an entity itself. Each statement rests on its own lines, or on the entity's. */
export const entityDeclaration = z.strictObject({
  name: statement.describe('The canonical Chinese name.'),
  lines: lines.describe('Where the source names it.'),
  ...evidence,
  kind: oneOrMore(z.union([codes(allKinds), said])).optional(),
  aliases: z.array(statement).optional(),
  honorifics: z.array(statement).optional(),
  themes: z.array(statement).optional(),
  aims: z.array(statement).optional(),
  date: z.union([dateOrRange, said]).optional(),
  status: z.union([codes(statuses), said]).optional(),
  startYear: z.union([z.number().int(), said]).optional(),
  nameEn: words.optional(),
  nameEnStatus: codes(nameStatuses).optional(),
  pinyin: oneOrMore(words).optional().describe('Readings that differ from the usual ones, family name first: piao hao zhe.'),
  divisionCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('GB/T 2260, vocabulary and no fact.'),
  identifiedBy: words
    .optional()
    .describe('Why this is the same one that another source names. Needed for a person whom another source declares too.'),
});
export type EntityDeclaration = z.infer<typeof entityDeclaration>;

const dateBlock = z.union([dateOrRange, z.strictObject({ value: dateOrRange, inferred: z.boolean().optional(), text: words.optional() })]);

function propertySchema(shape: PropertyShape): z.ZodType {
  const item = shape.of === 'code' ? codes(shape.codes) : itemSchemas[shape.of];
  return shape.list ? z.array(item).min(1) : item;
}

const itemSchemas = {
  text: words,
  number: z.number(),
  flag: z.boolean(),
  partialDate,
  dateBlock,
  entity: reference,
} as const;

function endSchema(end: EndSpec): z.ZodType {
  const carried = Object.entries(end.carries ?? {}).map(([name, shape]) => [name, propertySchema(shape).optional()]);
  const item = end.carries ? z.union([reference, z.strictObject({ entity: reference, ...Object.fromEntries(carried) })]) : reference;
  const ends = end.many ? oneOrMore(item) : item;
  return end.optional ? ends.optional() : ends;
}

function factSchema(type: FactType, spec: FactSpec) {
  const ends = Object.entries(spec.ends).map(([name, end]) => [name, endSchema(end)]);
  const properties = Object.entries(spec.properties).map(([name, shape]) => [
    name,
    spec.required?.includes(name) ? propertySchema(shape) : propertySchema(shape).optional(),
  ]);
  const id = type === 'Agreement' ? { id: entityId } : {};
  return z.strictObject({ fact: z.literal(type), ...id, ...Object.fromEntries([...ends, ...properties]), lines, ...evidence });
}

const facts = factTypes.filter((type) => type !== 'Statement').map((type) => factSchema(type, factSpec(type)));

/** The document itself; its sentences stay outside. */
const source = z.strictObject({
  id: entityId,
  name: words.describe('The title.'),
  nameEn: words.optional(),
  nameEnStatus: codes(nameStatuses).optional(),
  lines: lines.optional().describe('Where the title stands, if it is printed.'),
  file: words.describe('The file name of the document as delivered.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  lineCount: z.number().int().positive(),
  filledLines: z.array(span).describe('The ranges of lines that are not empty.'),
  language: z.enum(['zh', 'en']),
  published: z.union([dateOrRange, said]).optional(),
});

/** One document's file: the source, what it says, and the lines that support no fact, with the reason. */
export const sourceFile = z.strictObject({
  source,
  entities: z.record(entityId, entityDeclaration),
  facts: z.array(z.discriminatedUnion('fact', facts as unknown as [ReturnType<typeof factSchema>])),
  leftOut: z.array(z.strictObject({ lines, reason: words })).optional(),
});
export type SourceFile = z.infer<typeof sourceFile>;

/** One fact as a file gives it, before its names are resolved. */
export type FileFact = { fact: FactType; lines: FileLines; certainty?: string; stance?: string; id?: string } & Record<string, unknown>;
export type FileLines = z.infer<typeof lines>;
