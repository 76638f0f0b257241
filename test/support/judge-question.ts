import { type GraphQLSchema, getOperationAST, parse } from 'graphql';
import { defaultLimits, type Limits } from '../../src/domain/limits.ts';
import { createGuard, type GuardMode, type Verdict } from '../../src/guard/guard-operation.ts';

/** Asks the guard about a text, with some limits of its own, and as strictly as it is told. */
export function judgeQuestion(
  schema: GraphQLSchema,
  text: string,
  variables: Record<string, unknown> = {},
  limits: Partial<Limits> = {},
  mode: GuardMode = 'enforce',
): Verdict & { refused: string[] } {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The text holds no single operation.');
  const verdict = createGuard({ ...defaultLimits, ...limits }, mode)({ schema, document, operation }, variables);
  return { ...verdict, refused: [...verdict.faults, ...verdict.excesses].map(({ extensions }) => name(extensions)) };
}

/** The limit that was passed, or else the argument that is wrong. */
const name = ({ limit, argument }: Record<string, unknown>): string => (limit as { name: string } | undefined)?.name ?? String(argument);
