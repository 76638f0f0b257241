import { agreementStatus, todayInShanghai } from '../domain/agreement-status.ts';

interface Term {
  readonly termFrom?: string | null;
  readonly termTo?: string | null;
}

/** Fields of `Agreement` that depend on the day asked. */
export const agreement = {
  status: ({ termFrom, termTo }: Term, { on }: { on?: string | null }) => agreementStatus(on ?? todayInShanghai(), termFrom, termTo),
};
