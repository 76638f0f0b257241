import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import type { Limits } from '../domain/limits.ts';
import type { Operation } from './expand-operation.ts';
import { badInput } from './refuse.ts';

/** Variables as their types have them, or what is wrong with them. */
export type Coerced = { readonly variables: Record<string, unknown> } | { readonly faults: readonly GraphQLError[] };

/** Brings the variables of an operation into their types. What is wrong is told by place and type, so much and no more: values are not repeated. */
export function coerceVariables(
  { schema, operation }: Pick<Operation, 'schema' | 'operation'>,
  given: Readonly<Record<string, unknown>>,
  { coercionErrors: most }: Pick<Limits, 'coercionErrors'>,
): Coerced {
  const variables: Record<string, unknown> = {};
  const faults: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) continue;
    if (Object.hasOwn(given, name)) variables[name] = coerce(type, given[name], name, faults, most);
    else if (definition.defaultValue) variables[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type)) faults.push(missing(definition, type));
  }
  return faults.length > 0 ? { faults: faults.slice(0, most) } : { variables };
}

function coerce(type: GraphQLInputType, value: unknown, name: string, faults: GraphQLError[], most: number): unknown {
  return coerceInputValue(value, type, (path, _value, error) => {
    if (faults.length >= most) return;
    const place = path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), `$${name}`);
    const cause = error.originalError as GraphQLError | undefined;
    // Our own scalars say how they are written.
    const said = cause?.extensions?.code === 'BAD_USER_INPUT' ? cause.message : `is no ${expected(typeAt(type, path))}.`;
    faults.push(badInput(place, said));
  });
}

const missing = (definition: VariableDefinitionNode, type: GraphQLInputType): GraphQLError =>
  badInput(`$${definition.variable.name.value}`, `a value of the type ${type} is needed.`, definition);

const expected = (type: GraphQLInputType): string =>
  isInputObjectType(getNullableType(type)) ? `${type}: a field is unknown or missing` : String(type);

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce<GraphQLInputType>((at, key) => {
    const nullable = getNullableType(at);
    if (isListType(nullable)) return typeof key === 'number' ? nullable.ofType : at;
    return isInputObjectType(nullable) ? (nullable.getFields()[key]?.type ?? at) : at;
  }, type);
}
