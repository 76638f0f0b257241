interface Question {
  readonly query: string;
  readonly variables: object;
}

/** Where GraphiQL opens with a question in it. */
export const graphiqlAddress = ({ query, variables }: Question): string =>
  `/graphiql#${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`;

/** The question as a command of curl, for any POSIX shell. */
export const asCurl = (url: string, question: Question): string =>
  `curl '${url}' -H 'content-type: application/json' --data-binary '${JSON.stringify(question).replaceAll("'", "'\\''")}'`;

/** The question as TypeScript. */
export const asTypescript = (url: string, { query, variables }: Question): string =>
  [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    "  method: 'POST',",
    "  headers: { 'content-type': 'application/json' },",
    `  body: JSON.stringify({ query: ${JSON.stringify(query)}, variables: ${JSON.stringify(variables)} }),`,
    '});',
    'const { data, errors } = await response.json();',
    '',
  ].join('\n');

/** The question as Python, with its standard library only. */
export const asPython = (url: string, question: Question): string =>
  [
    'import json, urllib.request',
    '',
    `question = json.loads(${JSON.stringify(JSON.stringify(question))})`,
    `request = urllib.request.Request(${JSON.stringify(url)}, json.dumps(question).encode(), {"content-type": "application/json"})`,
    'with urllib.request.urlopen(request) as response:',
    '    answer = json.load(response)',
    '',
  ].join('\n');
