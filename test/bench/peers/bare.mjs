/** What Node itself costs: a bare `node:http` that answers `/bytes/N` with N fixed bytes, and `/rows` with the same rows through JSON.stringify each time. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const rows = JSON.parse(readFileSync(process.env.ROWS_FILE, 'utf8'));
const fixed = new Map();

function fixedBytes(length) {
  if (!fixed.has(length)) fixed.set(length, Buffer.alloc(length, 'x'));
  return fixed.get(length);
}

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const [, kind, length] = request.url.split('/');
    const body = kind === 'rows' ? Buffer.from(JSON.stringify(rows)) : fixedBytes(Number(length));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
