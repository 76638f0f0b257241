import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./results/', import.meta.url));

/** Writes what was measured, for people and for programs, and prints it. */
export function storeResult(name: string, markdown: string, json: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.md`, markdown);
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(json, null, 1)}\n`);
  console.log(markdown);
}
