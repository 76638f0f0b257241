import type { Plugin } from 'vite';
import { readOperations } from './read-operations.ts';

/** Writes `operations.json` beside the pages: every question they ask, by the SHA-256 of its text. */
export const storeOperations = (): Plugin => ({
  name: 'store-operations',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(await readOperations()) });
  },
});
