import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const folder = fileURLToPath(new URL('../operations/', import.meta.url));
const questionStart = /^query (\w+)/;

/** Reads every question that the pages ask. Shape: text by the hash it is stored under, in the order of the hashes. */
export async function readOperations(): Promise<Record<string, string>> {
  const files = readdirSync(folder).sort();
  const texts = await Promise.all(files.map((file) => questionsOf(`${folder}${file}`)));
  const stored = texts.flat().map((text) => [createHash('sha256').update(text).digest('hex'), text] as const);
  return Object.fromEntries(stored.sort());
}

async function questionsOf(path: string): Promise<string[]> {
  const { module } = await runnerImport<Record<string, { parts?: string[] }>>(path, { configFile: false, logLevel: 'error' });
  const texts = Object.values(module).map(({ parts = [] }) => parts.join('\n\n'));
  return texts.filter((text) => questionStart.test(text));
}
