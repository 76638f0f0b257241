import { createServer } from 'node:net';

/** Tries whether a port can be had. Shape: nothing when it can, else the system's word for why not, such as EADDRINUSE. */
export function probePort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
