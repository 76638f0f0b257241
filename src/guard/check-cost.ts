import type { GraphQLError } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import type { Cost } from './measure-cost.ts';
import { tooCostly } from './refuse.ts';

const advice = 'Ask smaller pages, fewer lists inside lists, or in several requests.';

/** Refuses a question that could be answered with too many objects. */
export function checkCost(cost: Cost, limits: Limits): GraphQLError[] {
  const over = (['nodes', 'points'] as const).find((name) => cost[name] > limits[name]);
  return over ? [tooCostly({ name: over, asked: cost[over], allowed: limits[over] }, advice)] : [];
}
