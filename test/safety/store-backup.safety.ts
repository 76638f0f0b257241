import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { testFile } from '../support/seeded-graph.ts';

const bootstrap = fileURLToPath(new URL('../../src/bootstrap.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'graph-store-'));
const home = layOutHome(join(folder, 'home'));
const file = join(folder, 'graph.dump');

beforeAll(async () => {
  const project = layOutHome(fileURLToPath(new URL('../../.neo4j', import.meta.url)));
  for (const name of ['plugins', 'archives'] as const) cpSync(project[name], home[name], { recursive: true });
  symlinkSync(project.lib, home.lib);
});

afterAll(async () => {
  await stopServer(home);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command; with a moment, kills it by force when it says that. */
function cli(args: string[], killAt?: { said: RegExp; afterMs: number }) {
  const { PATH, HOME = '', JAVA_HOME = '' } = process.env;
  const child = spawn(process.execPath, [bootstrap, 'cli', ...args], {
    env: { PATH, HOME, JAVA_HOME, GRAPH_HOME: home.home, GRAPH_HEAP: '256m' },
  });
  let [out, said, armed] = ['', '', false];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    said += text;
    if (!killAt?.said.test(said) || armed) return;
    armed = true;
    void sleep(killAt.afterMs).then(() => child.kill('SIGKILL'));
  });
  return new Promise<{ code: number | null; out: string; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, said })),
  );
}

const digestIn = (text: string) => /sha256:\w+/.exec(text)?.[0];

describe('a copy of the store (F24, F25)', { timeout: 900_000 }, () => {
  it('restores into an empty home to the same digest, and refuses half a copy', async () => {
    expect((await cli(['import', testFile('spring-forum.yaml')])).code).toBe(0);
    const made = await cli(['backup', file]);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/the database was away for [\d.]+ s/)]);
    const digest = digestIn(made.out);
    // Killed while it copies and while it loads: the next command finds the old data or the new, whole.
    const again = await cli(['backup', join(folder, 'cut.dump')], { said: /Copying the store …/, afterMs: 500 });
    expect(again.code).toBe(null);
    expect(existsSync(join(folder, 'cut.dump.json'))).toBe(false);
    expect((await cli(['restore', join(folder, 'cut.dump')])).said).toContain('is half a backup');
    expect((await cli(['import', testFile('autumn-forum.yaml')])).code).toBe(0);
    const grown = digestIn((await cli(['digest'])).out);
    expect(grown).not.toBe(digest);
    for (const afterMs of [0, 1500]) {
      const cut = await cli(['restore', file], { said: /Loading the store …/, afterMs });
      expect(cut.code).toBe(null);
      // neo4j-admin may outlive its parent for a moment.
      await sleep(5000);
      expect([grown, digest]).toContain(digestIn((await cli(['digest'])).out));
    }
    const restored = await cli(['restore', file]);
    expect([restored.code, digestIn(restored.out)]).toEqual([0, digest]);
    expect(digestIn((await cli(['digest'])).out)).toBe(digest);
    truncateSync(file, 1000);
    expect(await cli(['restore', file])).toMatchObject({ code: 3, said: expect.stringContaining('its checksum does not fit') });
    expect(digestIn((await cli(['digest'])).out)).toBe(digest);
  });
});
