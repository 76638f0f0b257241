import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type FieldNode, Kind } from 'graphql';
import { noteErrors, type RequestRecord } from './request-record.ts';

/** The context of a question whose request is recorded. */
export interface Recorded extends BaseContext {
  readonly record: RequestRecord;
}

/** Notes which of the schema's questions were asked, and what became of them; no argument, alias or name of the client's. */
export const recordPlugin: ApolloServerPlugin<Recorded> = {
  requestDidStart: async ({ contextValue: { record } }) => {
    return {
      didResolveOperation: async ({ operation }) => {
        record.operation = operation?.operation;
        const fields = operation?.selectionSet.selections.filter((node): node is FieldNode => node.kind === Kind.FIELD) ?? [];
        record.fields = [...new Set(fields.map(({ name }) => name.value))];
      },
      willSendResponse: async ({ response: { body } }) => {
        noteErrors(record, (body.kind === 'single' && body.singleResult.errors) || []);
      },
    };
  },
};
