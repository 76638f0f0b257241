import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stranger } from '../../src/domain/access.ts';
import { clientKeys } from '../../src/server/client-key.ts';

const keyOf = (trusted: string[], remoteAddress: string | undefined, forwardedFor?: string): string =>
  clientKeys(trusted)({ headers: { 'x-forwarded-for': forwardedFor }, socket: { remoteAddress } as never }, stranger);

describe('A6 the key of a client', () => {
  it('is its IPv4 address, also where the system writes it as IPv6', () => {
    expect([keyOf([], '192.0.2.1'), keyOf([], '::ffff:192.0.2.1')]).toEqual(['192.0.2.1', '192.0.2.1']);
  });

  it('is one for 1,000 addresses of an IPv6 /64, and another for the next /64', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => keyOf([], `2001:db8:0:1:${index.toString(16)}::${index.toString(16)}`));
    expect([...new Set(keys)]).toEqual(['2001:db8:0:1::/64']);
    expect(keyOf([], '2001:db8:0:2::1')).toBe('2001:db8:0:2::/64');
  });

  it('is the socket alone when the peer is no trusted proxy, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(keyOf(['10.0.0.0/8'], '192.0.2.1', header)).toBe('192.0.2.1');
      }),
    );
  });

  it('cannot be changed by what a client writes before the address that the proxy saw', () => {
    const written = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(written, (before) => {
        expect(keyOf(['10.0.0.0/8'], '10.0.0.1', [...before, '192.0.2.1'].join(', '))).toBe('192.0.2.1');
      }),
    );
  });

  it('is the proxy itself where the header holds no address', () => {
    expect([keyOf(['::1'], '::1', 'unknown'), keyOf(['::1'], '::1', ''), keyOf(['::1'], '::1')]).toEqual(Array(3).fill('0:0:0:0::/64'));
  });

  it('is one for all whose socket is gone', () => {
    expect(keyOf([], undefined, '192.0.2.1')).toBe('unknown');
  });
});
