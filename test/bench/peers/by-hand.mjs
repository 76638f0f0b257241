/** The peer "by hand": the same questions, each by one statement, over `session.run` and a bare `node:http`. */
import { createServer } from 'node:http';
import { openDriver, readOne } from './open-driver.mjs';
import { statements } from './statements.mjs';

const driver = openDriver();

const server = createServer(async (request, response) => {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    // The name of the operation is all that it takes of GraphQL: whoever writes by hand has an address for each question.
    const { cypher, params } = statements[/^query (\w+)/.exec(query)[1]];
    const body = JSON.stringify({ data: await readOne(driver, cypher, params(variables)) });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
