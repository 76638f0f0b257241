import type { z } from 'zod';
import { type FactType, factSpec, factTypes } from '../domain/facts.ts';
import { kindOfId } from '../domain/ids.ts';
import { type LineSpan, parseSpans } from '../domain/lines.ts';
import { type SourceFile, sourceFile } from '../domain/source-file.ts';
import { kindsOf } from '../domain/vocabulary.ts';
import { type Fault, RefusedError } from './fault.ts';
import { suggest } from './suggest.ts';

/**
 * Checks a parsed file against the schema and against its own document's lines.
 * Errors: RefusedError with every fault found; nothing is guessed or dropped.
 */
export function validateSource(value: unknown): SourceFile {
  const parsed = sourceFile.safeParse(value);
  if (!parsed.success) throw new RefusedError(parsed.error.issues.flatMap((issue) => faultsOf(issue, value)));
  const faults = [...lineFaults(parsed.data), ...kindFaults(parsed.data)];
  if (faults.length > 0) throw new RefusedError(faults);
  return parsed.data;
}

function faultsOf(issue: z.core.$ZodIssue, file: unknown): Fault[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(path, file)));
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return [
      {
        path,
        message: `"${valueAt(path, file)}" is not one of ${allowed.join(', ')}`,
        suggestion: suggest(String(valueAt(path, file)), allowed),
      },
    ];
  }
  if (issue.code === 'invalid_union') return unionFaults(issue, path, file);
  return [{ path, message: issue.message }];
}

/** Of the shapes a value could have, the one that came nearest tells what is wrong. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[], file: unknown): Fault[] {
  if (path.at(-1) === 'fact') {
    const type = String(valueAt(path, file));
    return [{ path, message: `"${type}" is no type of fact`, suggestion: suggest(type, factTypes) }];
  }
  const options = issue.errors.map((errors) => errors.map((inner) => ({ ...inner, path: [...path, ...inner.path] }) as z.core.$ZodIssue));
  const deepest = (errors: z.core.$ZodIssue[]) =>
    Math.max(0, ...errors.map((error) => error.path.length + (error.code === 'invalid_type' ? -1 : 0)));
  const nearest = options.sort((a, b) => deepest(b) - deepest(a))[0];
  return nearest?.length ? nearest.flatMap((inner) => faultsOf(inner, file)) : [{ path, message: issue.message }];
}

const unknownKey = (path: (string | number)[], key: string, known: string[]): Fault => ({
  path,
  message: `"${key}" is no key here`,
  suggestion: suggest(key, known),
});

function keysAt(path: (string | number)[], file: unknown): string[] {
  if (path[0] === 'facts') {
    const type = valueAt([...path.slice(0, 2), 'fact'], file) as FactType;
    const spec = factTypes.includes(type) ? factSpec(type) : undefined;
    return ['fact', 'lines', 'certainty', 'stance', ...Object.keys(spec?.ends ?? {}), ...Object.keys(spec?.properties ?? {})];
  }
  return path[0] === 'entities'
    ? [
        'name',
        'lines',
        'kind',
        'aliases',
        'honorifics',
        'themes',
        'aims',
        'date',
        'status',
        'startYear',
        'nameEn',
        'nameEnStatus',
        'pinyin',
        'divisionCode',
        'identifiedBy',
        'certainty',
      ]
    : ['source', 'entities', 'facts', 'leftOut'];
}

const valueAt = (path: readonly (string | number)[], file: unknown): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], file);

/** Every line cited or left out must be a filled line of the document, or a span that begins and ends on one. */
function lineFaults(file: SourceFile): Fault[] {
  const filled = file.source.filledLines.flatMap(parseSpans);
  const isFilled = (line: number) => filled.some(({ from, to }) => from <= line && line <= to);
  const outside = ({ from, to }: LineSpan) => from > to || to > file.source.lineCount || !isFilled(from) || !isFilled(to);
  return [...citations(file)].flatMap(({ path, lines }) =>
    parseSpans(lines)
      .filter(outside)
      .map((span) => ({
        path,
        message: `lines ${span.from}-${span.to} do not begin and end on filled lines of the document (1-${file.source.lineCount})`,
      })),
  );
}

type Citation = { path: (string | number)[]; lines: Parameters<typeof parseSpans>[0] };

function* citations(value: unknown, path: (string | number)[] = []): Generator<Citation> {
  if (!value || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'lines') yield { path: here, lines: item };
    else yield* citations(item, here);
  }
}

function kindFaults(file: SourceFile): Fault[] {
  return Object.entries(file.entities).flatMap(([id, { kind }]) => {
    const allowed = Object.keys(kindsOf[kindOfId(id) ?? 'SOURCE']);
    return [kind ?? []]
      .flat()
      .map((item) => (typeof item === 'object' ? String(item.value) : item))
      .filter((item) => !allowed.includes(item))
      .map((item) => ({
        path: ['entities', id, 'kind'],
        message: `"${item}" is no kind for this entity; allowed: ${allowed.join(', ')}`,
        suggestion: suggest(item, allowed),
      }));
  });
}
