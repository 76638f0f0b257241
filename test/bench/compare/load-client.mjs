/** A process of its own that asks one question again and again, and prints what it saw as JSON. */
import { Agent, request } from 'node:http';

const { url, body, connections, seconds, requests = Infinity, first = 0, headers: more = {} } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const { hostname, port, pathname } = new URL(url);
const headers = { ...more, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
const options = { agent, hostname, port, path: pathname, method: 'POST', headers };
const varies = body.includes('@@');
let next = first;

/** The question and how it is sent; one that varies has a number in it that no other has. */
function nextQuestion() {
  if (!varies) return [options, body];
  const text = body.replaceAll('@@', String(next++));
  return [{ ...options, headers: { ...headers, 'content-length': Buffer.byteLength(text) } }, text];
}

/** Shape: the status and length of the answer. */
const ask = ([options, text]) =>
  new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
    });
    asked.on('error', reject);
    asked.end(text);
  });

const took = [];
let [bytes, failed, sent, status] = [0, 0, 0, 200];
const began = performance.now();
const until = began + seconds * 1000;

async function keepAsking() {
  for (let now = performance.now(); now < until && sent < requests; now = performance.now()) {
    sent += 1;
    const answer = await ask(nextQuestion());
    took.push(performance.now() - now);
    bytes = answer.bytes;
    if (answer.status === 200) continue;
    failed += 1;
    status = answer.status;
  }
}

await Promise.all(Array.from({ length: connections }, keepAsking));
const elapsed = (performance.now() - began) / 1000;
took.sort((one, other) => one - other);
const percentile = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
console.log(
  JSON.stringify({
    requests: took.length,
    perSecond: took.length / elapsed,
    p50: percentile(0.5),
    p99: percentile(0.99),
    bytes,
    failed,
    status,
  }),
);
agent.destroy();
