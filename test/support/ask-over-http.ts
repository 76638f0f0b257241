// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
export type HttpAnswer = { status: number; headers: Headers; text: string; body: any };

/** Asks a served graph by POST. */
export async function askOverHttp(url: string, query: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** Status and code of an answer. */
export const statusAndCode = ({ status, body }: HttpAnswer): unknown[] => [status, body.errors?.[0].extensions.code];

/** The header that shows a token. */
export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
