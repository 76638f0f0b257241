import type { ServerResponse } from 'node:http';

/** Cuts a client off that takes its answer too slowly: once all of it, or the stream of a file, is given to it, it has so long. */
export function limitSending(response: ServerResponse, ms: number): void {
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer ??= setTimeout(() => response.destroy(), ms).unref();
  };
  // Each of these comes once anyway, and `once` costs more than the rest of this.
  response.on('pipe', begin);
  response.on('prefinish', begin);
  response.on('close', () => clearTimeout(timer));
}
