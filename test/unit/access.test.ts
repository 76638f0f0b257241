import { describe, expect, it } from 'vitest';
import { audiences, isAmong, strongestRole } from '../../src/domain/access.ts';

describe('roles', () => {
  it('may do what weaker ones may, and nothing that stronger ones may', () => {
    const table = audiences.map((audience) => audiences.map((role) => (isAmong(audience, { role }) ? 'x' : '.')).join(''));
    // Whom it is open to, from anyone to admin; who asks, from a stranger to an admin.
    expect(table).toEqual(['xxxx', '.xxx', '..xx', '...x']);
  });

  it('count by the strongest of a token; words that are none give nothing', () => {
    expect(strongestRole(['reader', 'admin', 'curator'])).toBe('admin');
    expect(strongestRole(['root', 'Admin', 'anyone', null, { admin: true }])).toBe('anyone');
    expect(strongestRole([undefined])).toBe('anyone');
  });
});
