import { type ASTNode, GraphQLError } from 'graphql';
import { describeExcess, type Excess } from '../domain/limits.ts';

/** A question that asks more than one may. `advice` says what to change. */
export const tooCostly = (limit: Excess, advice: string, node?: ASTNode): GraphQLError =>
  refusal('QUERY_TOO_COSTLY', describeExcess(limit, advice), { limit }, node);

/** A value beyond a limit. `argument` says where it stands, `advice` what to change. */
export const overLimit = (argument: string, limit: Excess, advice: string, node?: ASTNode): GraphQLError =>
  refusal('BAD_USER_INPUT', `${argument}: ${describeExcess(limit, advice)}`, { argument, limit }, node);

/** A value that cannot be meant. `argument` says where it stands. */
export const badInput = (argument: string, reason: string, node?: ASTNode): GraphQLError =>
  refusal('BAD_USER_INPUT', `${argument}: ${reason}`, { argument }, node);

const refusal = (code: string, message: string, details: object, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { code, ...details } });
