/** The kinds of fact that tie organisations, in the order of the matrix. */
export const tieKinds = ['AGREEMENT', 'MEMBERSHIP', 'DESIGNATION', 'ORGANISING', 'CONFERMENT'] as const;
