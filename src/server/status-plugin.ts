import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLFormattedError, getOperationAST } from 'graphql';
import { rowOf } from './error-table.ts';

/** Says by HTTP what became of a question of which no part was answered. */
export const statusPlugin: ApolloServerPlugin = {
  requestDidStart: async ({ request }) => ({
    willSendResponse: async ({ response, document }) => {
      if (response.body.kind !== 'single') return;
      const { data, errors } = response.body.singleResult;
      // Apollo looks for this only after the schema was asked whether it knows such a mutation at all.
      const operation = document && getOperationAST(document, request.operationName)?.operation;
      if (request.http?.method === 'GET' && operation && operation !== 'query') {
        response.http.status = 405;
        response.http.headers.set('allow', 'POST');
        const message = 'By GET only queries are asked. Send this by POST.';
        response.body.singleResult = { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
        return;
      }
      const status = errors && nothingAnswered(data) ? statusOf(errors) : undefined;
      if (status === undefined) return;
      response.http.status = status;
      if (status === 503) response.http.headers.set('retry-after', '5');
    },
  }),
};

const nothingAnswered = (data: Record<string, unknown> | null | undefined): boolean =>
  !!data && Object.values(data).every((value) => value === null);

const statusOf = ([first]: readonly GraphQLFormattedError[]): number | undefined => rowOf(first?.extensions?.code)?.status;
