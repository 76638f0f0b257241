import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { type FormattedExecutionResult, getOperationAST } from 'graphql';
import { rowOf } from './error-table.ts';
import { headersOfRefusal } from './headers-of-refusal.ts';

type Answered = GraphQLRequestContextWillSendResponse<BaseContext>;

/** Says by HTTP what became of a question of which no part was answered. */
export const statusPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async (answered) => {
      const { body, http } = answered.response;
      if (body.kind !== 'single') return;
      if (changesByGet(answered)) {
        http.status = 405;
        http.headers.set('allow', 'POST');
        const message = 'By GET only queries are asked. Send this by POST.';
        body.singleResult = { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
      } else if (nothingAnswered(body.singleResult)) sayRefused(http, body.singleResult);
    },
  }),
};

/** Apollo looks for this only after the schema was asked whether it knows such a mutation at all. */
function changesByGet({ request, document }: Answered): boolean {
  const operation = document && getOperationAST(document, request.operationName)?.operation;
  return request.http?.method === 'GET' && operation !== undefined && operation !== 'query';
}

const nothingAnswered = ({ data }: FormattedExecutionResult): boolean => !data || Object.values(data).every((value) => value === null);

/** Without data nothing was executed. */
function sayRefused(http: Answered['response']['http'], { data, errors: [first] = [] }: FormattedExecutionResult): void {
  const row = rowOf(first?.extensions?.code);
  if (!row) return;
  http.status = (data && row.executed) ?? row.status;
  for (const [name, value] of headersOfRefusal(first?.extensions ?? {})) http.headers.set(name, value);
}
