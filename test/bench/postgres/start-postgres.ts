import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findExecutables } from '../../../src/database/embedded/find-executables.ts';
import { findFreePort } from '../../../src/database/embedded/find-free-port.ts';

/** A PostgreSQL of its own, and the Node that PostGraphile needs. */
export interface Postgres {
  readonly url: string;
  readonly node: string;
  stop(): void;
}

/** Starts an empty PostgreSQL on a free port; the caller stops it, and its data are gone. Shape: why not, where it cannot be had. */
export async function startPostgres(): Promise<Postgres | string> {
  const [pgCtl] = findExecutables('pg_ctl', process.env.PATH ?? '');
  const node = fileURLToPath(new URL(`../peers/node_modules/node-linux-${process.arch}/bin/node`, import.meta.url));
  if (!pgCtl) return 'no pg_ctl is on the path: PostgreSQL is not installed';
  if (!existsSync(node)) return `PostGraphile 5 needs Node 22, which its packages bring for Linux on x64 only, not for ${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-postgres-'));
  const account = accountFor(folder);
  const control = (...args: string[]) => execFileSync(pgCtl, ['-D', folder, '-w', ...args], { ...account, stdio: 'ignore', cwd: '/' });
  const port = await findFreePort();
  try {
    control('initdb', '-o', '--auth=trust --username=postgres --encoding=UTF8 --locale=C');
    control('-o', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=256MB`, 'start');
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `PostgreSQL does not start: ${(error as Error).message}`;
  }
  const stop = () => {
    control('-m', 'fast', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, node, stop };
}

/** PostgreSQL refuses to run as root; its package brings an account. */
function accountFor(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  chownSync(folder, uid, gid);
  return { uid, gid };
}
