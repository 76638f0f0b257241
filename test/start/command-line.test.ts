import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const bootstrap = fileURLToPath(new URL('../../src/bootstrap.mjs', import.meta.url));

function run(args: string[], settings: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bootstrap, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it('says what it can do, and what its exit codes mean', () => {
    const { status, stdout } = run(['cli', '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Usage: cli .*stop.*Exit codes:.*0 {2}done.*3 {2}a file was refused/s);
  });

  it('ends with 2 on wrong usage', () => {
    expect(run(['fly'])).toMatchObject({ status: 2, stderr: expect.stringContaining('start|cli|test') });
    expect(run(['cli', 'fly'])).toMatchObject({ status: 2, stderr: expect.stringContaining("unknown command 'fly'") });
  });

  it('ends with 2 on wrong settings, with a message and no stack trace', () => {
    const { status, stderr } = run(['cli', 'stop'], { GRAPH_PROT: '1' });
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean GRAPH_PORT?');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('has nothing to stop where nothing runs', () => {
    const GRAPH_HOME = join(tmpdir(), 'graph-nowhere');
    expect(run(['cli', 'stop'], { GRAPH_HOME })).toMatchObject({ status: 0, stdout: `No Neo4j of ${GRAPH_HOME} runs.\n` });
  });

  it('says how long it waits for a Neo4j that does not answer, and then what to do', { timeout: 120_000 }, () => {
    const { status, stderr } = run(['cli', 'status'], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'a password' });
    const lines = stderr.split('\n').filter((line) => line !== '' && !/ … \d+ s$/.test(line));
    expect([status, ...lines]).toEqual([
      1,
      'Waiting up to 30 s for Neo4j at bolt://127.0.0.1:1 …',
      'Neo4j at bolt://127.0.0.1:1 does not answer. Start it, or check NEO4J_URI; without NEO4J_URI the embedded Neo4j is used.',
    ]);
  });
});
