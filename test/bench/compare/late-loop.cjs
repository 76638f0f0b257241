/**
 * Loaded into a server before its own code: from one SIGWINCH to the next it watches how late the event loop comes to what is due, then writes
 * the 99th percentile in ms. All that it needs it takes at the first signal, so that a server that is not watched has the memory it has without.
 */
const resolution = 1;
let delay;

// A signal that does nothing to whoever does not listen, and that the servers do not use.
process.on('SIGWINCH', () => {
  if (!delay) {
    delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution });
    delay.enable();
    return;
  }
  delay.disable();
  const path = `${process.env.TMPDIR}/graph-bench-loop-${process.pid}`;
  const { renameSync, writeFileSync } = require('node:fs');
  // What it reads is from one look to the next, which is a resolution even where nothing is late.
  writeFileSync(`${path}.part`, String(Math.max(0, delay.percentile(99) / 1e6 - resolution)));
  renameSync(`${path}.part`, path);
  delay = undefined;
});
