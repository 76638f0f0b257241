/** A process of its own that asks one question again and again, and prints what it saw as JSON. */
import { Agent, request } from 'node:http';

const { url, body, connections, seconds } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const { hostname, port, pathname } = new URL(url);
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
const options = { agent, hostname, port, path: pathname, method: 'POST', headers };

/** Shape: the status and length of the answer. */
const ask = () =>
  new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

const took = [];
let [bytes, failed] = [0, 0];
const began = performance.now();
const until = began + seconds * 1000;

async function keepAsking() {
  for (let now = performance.now(); now < until; now = performance.now()) {
    const answer = await ask();
    took.push(performance.now() - now);
    bytes = answer.bytes;
    if (answer.status !== 200) failed += 1;
  }
}

await Promise.all(Array.from({ length: connections }, keepAsking));
const elapsed = (performance.now() - began) / 1000;
took.sort((one, other) => one - other);
const percentile = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
console.log(
  JSON.stringify({ requests: took.length, perSecond: took.length / elapsed, p50: percentile(0.5), p99: percentile(0.99), bytes, failed }),
);
agent.destroy();
