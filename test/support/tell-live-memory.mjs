/** Given to a service by `--import`: at SIGWINCH, which means nothing to it, it collects its garbage and says how many bytes are then still in use. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGWINCH', () => {
  // What a start compiled and nobody ran since goes after several: later it would make up for what is lost.
  for (let time = 0; time < 8; time += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`live memory: ${heapUsed + external}\n`);
});
