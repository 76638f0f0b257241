import type { Address } from './open-socket.ts';

const defaultPort = 7687;

/** Where the server of an address such as `bolt://[::1]:7687` listens. */
export function readAddress(uri: string): Address {
  const { hostname, port } = new URL(uri);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || defaultPort) };
}
