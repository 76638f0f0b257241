import { type ASTNode, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import { unseenCharacter } from '../domain/unseen-character.ts';
import { badInput, overLimit } from './refuse.ts';

/** How deep the values of variables may nest; every input type of ours is flatter. */
const deepest = 20;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** What never passes, and what is only too long: the first of each. */
export interface Findings {
  readonly faults: GraphQLError[];
  readonly excesses: GraphQLError[];
}

/** Looks for texts and lists written in a question itself that are too long or hold what nobody can see. */
export function checkLiterals(document: DocumentNode, limits: Limits): Findings {
  const found: Findings = { faults: [], excesses: [] };
  const enter = (node: ASTNode): void => {
    if (node.kind === Kind.STRING) checkText('a text of the question', node.value, limits, found);
    if (node.kind === Kind.LIST) checkLength('a list of the question', node.values.length, limits, found);
  };
  visit(document, { enter });
  return found;
}

/** Looks for variables that are too deep, too long or hold what nobody can see, before anything is made of them. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): Findings {
  const found: Findings = { faults: [], excesses: [] };
  checkValue(variables, 'variables', 0, limits, found);
  return found;
}

function checkValue(value: unknown, path: string, depth: number, limits: Limits, found: Findings): void {
  if (typeof value === 'string') checkText(path, value, limits, found);
  if (typeof value !== 'object' || value === null || found.faults.length > 0) return;
  if (depth > deepest) note(found.faults, () => tooDeep(path, depth + levelsBelow(value)));
  else if (Array.isArray(value)) checkItems(path, value, depth, limits, found);
  else checkFields(path, value, depth, limits, found);
}

const tooDeep = (path: string, asked: number): GraphQLError =>
  overLimit(path, { name: 'depth of a variable', asked, allowed: deepest }, 'Ask with flatter values.');

/** How deep a value goes on nesting, found level by level: so many calls within calls would overflow. */
function levelsBelow(value: object): number {
  const nested = (values: readonly unknown[]) => values.filter((inner): inner is object => typeof inner === 'object' && inner !== null);
  let levels = 0;
  for (let level = nested(Object.values(value)); level.length > 0; level = nested(level.flatMap(Object.values))) levels += 1;
  return levels;
}

function checkItems(path: string, items: readonly unknown[], depth: number, limits: Limits, found: Findings): void {
  checkLength(path, items.length, limits, found);
  for (const item of items) checkValue(item, path, depth + 1, limits, found);
}

function checkFields(path: string, fields: object, depth: number, limits: Limits, found: Findings): void {
  for (const [key, inner] of Object.entries(fields)) {
    if (reserved.has(key)) note(found.faults, () => badInput(path, 'a name in it is reserved.'));
    checkValue(inner, depth > 0 ? path : `$${key}`.slice(0, 80), depth + 1, limits, found);
  }
}

/** The first is told: of the rest there may be thousands. */
function note(found: GraphQLError[], refusal: () => GraphQLError): void {
  if (found.length === 0) found.push(refusal());
}

function checkText(path: string, text: string, { stringLength: allowed }: Limits, { faults, excesses }: Findings): void {
  const asked = text.length;
  if (asked > allowed) note(excesses, () => overLimit(path, { name: 'length of a text', asked, allowed }, 'Shorten it.'));
  const unseen = unseenCharacter(text);
  if (unseen) note(faults, () => badInput(path, `the invisible character ${unseen.code} at position ${unseen.position}; take it out.`));
}

function checkLength(path: string, asked: number, { listLength: allowed }: Limits, { excesses }: Findings): void {
  if (asked > allowed) note(excesses, () => overLimit(path, { name: 'length of a list', asked, allowed }, 'Ask in several requests.'));
}
