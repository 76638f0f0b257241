import type { Plugin } from 'vite';
import { readOperations } from './read-operations.ts';

const module = 'virtual:stored-operations';

/**
 * Writes `operations.json` beside the pages, every question they ask by the SHA-256 of its text, which the server reads;
 * and gives the pages the hash of each by its name. While developing there are none, and the text is sent.
 */
export function storeOperations(): Plugin {
  let stored: Record<string, string> = {};
  return {
    name: 'store-operations',
    async configResolved({ command }) {
      if (command === 'build') stored = await readOperations();
    },
    resolveId: (id) => (id === module ? `\0${module}` : undefined),
    load(id) {
      if (id !== `\0${module}`) return;
      const named = Object.entries(stored).map(([hash, text]) => [/^query (\w+)/.exec(text)?.[1], hash]);
      return `export default ${JSON.stringify(Object.fromEntries(named))}`;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: JSON.stringify(stored) });
    },
  };
}
