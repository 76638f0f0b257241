import { type ASTNode, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import { unseenCharacter } from '../domain/unseen-character.ts';
import { badInput } from './refuse.ts';

/** How deep the values of variables may nest; every input type of ours is flatter. */
const deepest = 20;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses the texts and lists written in a question itself that are too long or hold what nobody can see. */
export function checkLiterals(document: DocumentNode, limits: Limits): GraphQLError[] {
  const found: GraphQLError[] = [];
  const enter = (node: ASTNode): void => {
    const refusal =
      node.kind === Kind.STRING
        ? checkText('a text of the question', node.value, limits)
        : node.kind === Kind.LIST && checkLength('a list of the question', node.values.length, limits);
    if (refusal) found.push(refusal);
  };
  visit(document, { enter });
  return found;
}

/** Refuses variables that are too deep, too long or hold what nobody can see, before anything is made of them. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): GraphQLError[] {
  const walk = (value: unknown, path: string, depth: number): GraphQLError | undefined => {
    if (typeof value === 'string') return checkText(path, value, limits);
    if (value === null || typeof value !== 'object') return undefined;
    if (depth > deepest) return badInput(path, 'nested too deep.', { name: 'depth of a variable', allowed: deepest });
    if (Array.isArray(value)) return checkLength(path, value.length, limits) ?? first(value, (item) => walk(item, path, depth + 1));
    return first(Object.entries(value), ([key, inner]) =>
      reserved.has(key) ? badInput(path, 'a name in it is reserved.') : walk(inner, depth > 0 ? path : `$${key}`.slice(0, 80), depth + 1),
    );
  };
  const refusal = walk(variables, 'variables', 0);
  return refusal ? [refusal] : [];
}

function first<T>(items: readonly T[], check: (item: T) => GraphQLError | undefined): GraphQLError | undefined {
  for (const item of items) {
    const refusal = check(item);
    if (refusal) return refusal;
  }
  return undefined;
}

function checkText(path: string, text: string, { stringLength: allowed }: Limits): GraphQLError | undefined {
  if (text.length > allowed)
    return badInput(path, `at most ${allowed} characters.`, { name: 'length of a text', asked: text.length, allowed });
  const found = unseenCharacter(text);
  return found && badInput(path, `the invisible character ${found.code} at position ${found.position}; take it out.`);
}

const checkLength = (path: string, asked: number, { listLength: allowed }: Limits): GraphQLError | undefined =>
  asked > allowed ? badInput(path, `at most ${allowed} values.`, { name: 'length of a list', asked, allowed }) : undefined;
