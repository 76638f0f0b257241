import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the pages if they are not there, by a process of its own: in the tests' own, React would be built for development. */
export function buildPages(): void {
  if (existsSync(`${root}dist/dashboard/graphiql.html`)) return;
  const environment = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build'], { cwd: root, env: environment, timeout: 110_000 });
}
