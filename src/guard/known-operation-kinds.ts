import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses mutations and subscriptions of a schema that has none: they pass the rules of the specification, and fail when they are executed. */
export const knownOperationKinds: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`No ${node.operation} is offered here; ask a query.`, { nodes: node }));
  },
});
