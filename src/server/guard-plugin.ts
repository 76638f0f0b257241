import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import { checkPageSizes } from '../guard/check-page-sizes.ts';

/** Stands before every operation: nothing is executed that the guard refuses. */
export const guardPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      // Variables that cannot be coerced are refused by the execution itself.
      const [refusal] = variables ? checkPageSizes({ schema, document, operation, variables }) : [];
      if (!refusal) return;
      const { message, nodes, extensions } = refusal;
      throw new GraphQLError(message, { nodes, extensions: { ...extensions, http: { status: 400 } } });
    },
  }),
};
