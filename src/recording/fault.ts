/** One thing wrong in a file, said so that its author can mend it. `path` leads to the value, as keys and indexes. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly suggestion?: string;
}

/** A file that was refused; nothing of it was stored. */
export class RefusedError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`${faults.length} faults`);
    this.name = 'RefusedError';
    this.faults = faults;
  }
}
