import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openDocuments } from '../../src/documents/open-documents.ts';
import { sha256Of, splitLines } from '../../src/documents/read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
const text = '第一行\n\n第三行\n';
const document = { fileName: 'report.txt', sha256: sha256Of(Buffer.from(text)) };
writeFileSync(join(folder, 'report.txt'), text);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a passage', () => {
  it('is the lines as delivered', async () => {
    expect(await openDocuments(folder).passage(document, { from: 1, to: 3 })).toBe('第一行\n\n第三行');
  });

  it('is null without a copy, with one that differs, and without a directory', async () => {
    expect(await openDocuments(folder).passage({ ...document, fileName: 'none.txt' }, { from: 1, to: 1 })).toBeNull();
    expect(await openDocuments(folder).passage({ ...document, sha256: '0' }, { from: 1, to: 1 })).toBeNull();
    expect(await openDocuments(undefined).passage(document, { from: 1, to: 1 })).toBeNull();
  });

  it('never comes from outside the directory', async () => {
    expect(await openDocuments(folder).passage({ ...document, fileName: '../../etc/passwd' }, { from: 1, to: 1 })).toBeNull();
  });
});

describe('the version of the copies', () => {
  it('moves within a second of a copy laid down, written over and taken away, and not otherwise', async () => {
    const { version } = openDocuments(folder);
    const copy = join(folder, 'another.txt');
    const steps = [() => {}, () => writeFileSync(copy, '一'), () => writeFileSync(copy, '一二'), () => rmSync(copy)];
    const seen: string[] = [];
    for (const step of steps) {
      step();
      await sleep(1001);
      seen.push(await version());
    }
    expect(new Set(seen.slice(0, 3)).size).toBe(3);
    expect(seen[3]).toBe(seen[0]);
  });
});

describe('lines', () => {
  it('end at LF; a final LF starts none', () => {
    expect(splitLines('a\nb\n')).toEqual(['a', 'b']);
    expect(splitLines('a\r\nb')).toEqual(['a', 'b']);
    expect(splitLines('')).toEqual([]);
  });
});
