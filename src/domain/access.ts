/** The roles a token can carry, weakest first; each may do what those before it may. */
export const roles = ['reader', 'curator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whom something is open to, widest first. */
export const audiences = ['anyone', ...roles] as const;
export type Audience = (typeof audiences)[number];

/** Who asks: the strongest role of a verified token and whom it names; without one, a stranger. */
export interface Caller {
  readonly role: Audience;
  readonly subject?: string;
}

/** Whoever shows no token. */
export const stranger: Caller = Object.freeze({ role: 'anyone' });

/** Whether something open to an audience is open to this caller. */
export const isAmong = (audience: Audience, caller: Caller): boolean => audiences.indexOf(caller.role) >= audiences.indexOf(audience);

/** The strongest role among the words of a claim; words that are no roles give nothing. */
export function strongestRole(words: readonly unknown[]): Audience {
  return roles.findLast((role) => words.includes(role)) ?? 'anyone';
}
