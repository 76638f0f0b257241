import { type AgreementStatus, agreementStatus } from '../domain/agreement-status.ts';
import { entityFields } from './entity-fields.ts';
import { factFields } from './fact-fields.ts';

interface Term {
  readonly termFrom?: string | null;
  readonly termTo?: string | null;
}

/** Fields of `Agreement` that are ours. */
export const agreement = {
  ...entityFields,
  date: factFields.date,
  evidence: factFields.evidence,
  status: (term: Term, { on }: { on?: string | null }): AgreementStatus => agreementStatus(term, on),
};
