import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../domain/access.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Address, number];

/** Tells clients apart. Shape: a key that names the token's holder, or the address or network asked from. */
export type ClientKey = (request: Pick<IncomingMessage, 'headers' | 'socket'>, caller: Caller) => string;

/** Makes the key of a client: whom a verified token names, else its IPv4 address or IPv6 /64, which is what one household or host is given. */
export function clientKeys(trustedProxies: readonly string[]): ClientKey {
  const trusted = trustedProxies.map(networkOf);
  // Who asks once mostly asks on.
  const direct = new LRUCache<string, string>({ max: 1000, memoMethod: (remote) => keyOf(parse(remote)) });
  return ({ headers, socket: { remoteAddress } }, { subject }) => {
    if (subject !== undefined) return `token ${subject}`;
    const forwardedFor = headers['x-forwarded-for'];
    if (forwardedFor === undefined) return direct.memo(remoteAddress ?? '');
    return keyOf(askedFrom(remoteAddress, [forwardedFor].flat().join(','), trusted));
  };
}

/** The nearest address that is no trusted proxy: what stands further left in the header, whoever sent it has written. */
function askedFrom(remote: string | undefined, forwardedFor: string, trusted: readonly Network[]): Address | undefined {
  let nearest = parse(remote);
  const farther = forwardedFor === '' ? [] : forwardedFor.split(',').reverse();
  for (const hop of farther) {
    const address = nearest && isWithin(nearest, trusted) ? parse(hop.trim()) : undefined;
    if (!address) break;
    nearest = address;
  }
  return nearest;
}

const parse = (text = ''): Address | undefined => (ipaddr.isValid(text) ? ipaddr.process(text) : undefined);

const networkOf = (text: string): Network =>
  text.includes('/') ? ipaddr.parseCIDR(text) : ipaddr.parseCIDR(`${text}/${text.includes(':') ? 128 : 32}`);

const isWithin = (address: Address, networks: readonly Network[]): boolean =>
  networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));

function keyOf(address: Address | undefined): string {
  if (!address) return 'unknown';
  if (address.kind() === 'ipv4') return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
