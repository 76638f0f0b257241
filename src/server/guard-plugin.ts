import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
import { checkPageSizes } from '../guard/check-page-sizes.ts';

/** Stands before every operation: nothing is executed that the guard refuses. */
export const guardPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      // Variables that cannot be coerced are refused by the execution itself.
      const [refusal] = variables ? checkPageSizes({ schema, document, operation, variables }) : [];
      if (refusal) throw refusal;
    },
  }),
};
