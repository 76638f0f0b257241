import type { Documents } from '../documents/open-documents.ts';

/** The passages of the operator's copies, as a request reads them. */
export type Passages = Pick<Documents, 'passage'>;
