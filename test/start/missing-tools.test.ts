import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchServer } from '../../src/database/embedded/fetch-server.ts';
import { findJava } from '../../src/database/embedded/find-java.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { OperatorError } from '../../src/domain/errors.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'graph-tools-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for a program: what counts is what it prints and how it ends. */
function install(name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

function javaOf(version: string): void {
  install('java', `echo 'openjdk version "${version}"' >&2`);
}

function find(warnings: string[] = []) {
  return findJava({ searchPath: folder, jvmFolders: [] }, (line) => warnings.push(line));
}

describe('a machine without the tools', () => {
  it('is told three ways on when there is no Java', () => {
    expect(() => find()).toThrow(OperatorError);
    expect(() => find()).toThrow(/none was found.*1\. Install.*2\. .*NEO4J_URI.*3\. .*docker compose up/s);
  });

  it.each(['1.8.0_392', '11.0.2'])('is told which Java it has when that is too old (%s)', (version) => {
    javaOf(version);
    expect(() => find()).toThrow(/found only Java (8|11) \(/);
  });

  it('goes on silently with a Java that Neo4j supports', () => {
    javaOf('21.0.4');
    const warnings: string[] = [];
    expect(find(warnings).major).toBe(21);
    expect(warnings).toEqual([]);
  });

  it('is warned about a Java that is newer, and goes on', () => {
    javaOf('25');
    const warnings: string[] = [];
    expect(find(warnings).major).toBe(25);
    expect(warnings).toEqual([expect.stringContaining('Java 25 is not one that Neo4j 5.26 supports')]);
  });

  it('is told three ways on when there is no Maven', async () => {
    const fetching = fetchServer(layOutHome(join(folder, 'home')), folder, () => {});
    await expect(fetching).rejects.toThrow(/Maven \(mvn\).*1\. .*2\. .*3\. /s);
  });

  it('is shown what Maven printed when the download fails', async () => {
    install('mvn', 'echo "Unknown host"; exit 1');
    const fetching = fetchServer(layOutHome(join(folder, 'home')), folder, () => {});
    await expect(fetching).rejects.toThrow(/could not fetch Neo4j \(exit code 1\).*Unknown host/s);
  });
});
