import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay, isPartialDate } from '../domain/dates.ts';

/** Our own scalars; their descriptions stand in `schema/`. */
export const scalars = {
  Day: textScalar('Day', isDay, 'a day written YYYY-MM-DD'),
  PartialDate: textScalar('PartialDate', isPartialDate, 'a date written 2024, 2024-11 or 2024-11-14'),
} as const;

function textScalar(name: string, accepts: (text: string) => boolean, what: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
