import { type ASTNode, GraphQLError } from 'graphql';

/** What a limit is called, what was asked and what is allowed. */
export interface Excess {
  readonly name: string;
  readonly asked?: unknown;
  readonly allowed: number;
}

/** A question that asks more than one may. `advice` says what to change. */
export const tooCostly = (excess: Excess, advice: string, node?: ASTNode): GraphQLError =>
  refusal('QUERY_TOO_COSTLY', `${describe(excess)} ${advice}`, { limit: excess }, node);

/** A value outside what is taken. `argument` says where it stands. */
export const badInput = (argument: string, reason: string, limit?: Excess, node?: ASTNode): GraphQLError =>
  refusal('BAD_USER_INPUT', `${argument}: ${reason}`, { argument, ...(limit && { limit }) }, node);

const describe = ({ name, asked, allowed }: Excess): string =>
  `${name}: ${asked === undefined ? 'more than allowed' : `${asked} asked`}, ${allowed} allowed.`;

const refusal = (code: string, message: string, details: object, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { code, ...details } });
