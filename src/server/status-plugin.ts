import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

/** The status of an answer that holds no data at all, by the code of its first error; every other stays 200. */
export const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** Says by HTTP what became of a question of which no part was answered. */
export const statusPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { data, errors } = response.body.singleResult;
      const status = errors && nothingAnswered(data) ? statusOf(errors) : undefined;
      if (status === undefined) return;
      response.http.status = status;
      if (status === 503) response.http.headers.set('retry-after', '5');
    },
  }),
};

const nothingAnswered = (data: Record<string, unknown> | null | undefined): boolean =>
  !!data && Object.values(data).every((value) => value === null);

const statusOf = ([first]: readonly GraphQLFormattedError[]): number | undefined => statuses[String(first?.extensions?.code ?? '')];
