import { type GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Limits } from '../domain/limits.ts';
import { checkCursors, checkParts } from './check-connections.ts';
import { checkCost } from './check-cost.ts';
import { checkPageSizes } from './check-page-sizes.ts';
import { checkFields, checkShape } from './check-shape.ts';
import { checkLiterals, checkVariables } from './check-values.ts';
import { checkWhere } from './check-where.ts';
import { coerceVariables } from './coerce-variables.ts';
import { type AskedField, expandOperation, type Operation } from './expand-operation.ts';
import { foldFields } from './fold-fields.ts';
import { type Cost, measureCost } from './measure-cost.ts';
import { readArguments } from './read-arguments.ts';

/** What the guard found: faults that never pass, excesses that an operator may let pass, and the cost where it could be measured. */
export interface Verdict {
  readonly faults: readonly GraphQLError[];
  readonly excesses: readonly GraphQLError[];
  readonly cost?: Cost;
}

/** How strictly it is taken: `warn` lets pass what is only too much. */
export type GuardMode = 'enforce' | 'warn';

/** Judges a valid operation with the variables as they came. */
export type Guard = (operation: Operation, variables: Readonly<Record<string, unknown>>) => Verdict;

/** What holds of an operation whatever its variables. */
interface Fixed {
  readonly fields: readonly AskedField[];
  /** Those that take arguments. */
  readonly takers: readonly AskedField[];
  readonly faults: readonly GraphQLError[];
  readonly excesses: readonly GraphQLError[];
}

/** Makes the guard for some limits. What does not depend on variables is found out once for each parsed operation. */
export function createGuard(limits: Limits, mode: GuardMode): Guard {
  const known = new WeakMap<OperationDefinitionNode, Fixed>();
  const fixedOf = (operation: Operation): Fixed => {
    const fixed = known.get(operation.operation) ?? inspect(operation, limits);
    known.set(operation.operation, fixed);
    return fixed;
  };
  return (operation, given) => {
    const early = checkVariables(given, limits);
    // What will be refused is not looked at further: a list of thousands takes its time.
    if (early.faults.length > 0 || (mode === 'enforce' && early.excesses.length > 0)) return early;
    const coerced = coerceVariables(operation, given, limits);
    if ('faults' in coerced) return { faults: coerced.faults, excesses: [] };
    const { fields, takers, faults, excesses } = fixedOf(operation);
    if (faults.length > 0) return { faults, excesses: [] };
    const asked = readArguments(takers, coerced.variables);
    if ('fault' in asked) return { faults: [asked.fault], excesses: [] };
    const cost = measureCost(fields, asked);
    return {
      faults: [...checkPageSizes(asked, limits), ...checkCursors(asked)],
      excesses: [...early.excesses, ...excesses, ...checkWhere(asked, limits), ...checkCost(cost, limits)],
      cost,
    };
  };
}

function inspect(operation: Operation, limits: Limits): Fixed {
  const fields = expandOperation(operation);
  const { document } = operation;
  // Other operations of the document are not executed.
  const definitions = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION || definition === operation.operation,
  );
  const literals = checkLiterals({ ...document, definitions }, limits);
  return {
    fields,
    takers: takersAmong(fields),
    faults: [...checkFields(fields, limits.fields), ...checkParts(fields), ...literals.faults],
    excesses: [...checkShape(operation.operation.operation, fields, limits), ...literals.excesses],
  };
}

function takersAmong(fields: readonly AskedField[]): AskedField[] {
  const found: AskedField[] = [];
  foldFields(fields, (field) => void (field.field.args.length > 0 && found.push(field)));
  return found;
}
