import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Heard } from './check-fault.ts';
import { type Ended, type RunningCommand, runCommand } from './run-command.ts';

/** How to reach a Neo4j. */
export interface Login {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

/** What a client wrote down on its way: an operation was sent to be committed, or acknowledged. Units: ms since 1970. */
export interface Entry {
  readonly what: 'sent' | 'stored';
  readonly id: string;
  readonly at: number;
}

/** How an import ended, and what it knows of its operations. */
export interface EndedImport extends Ended {
  readonly journal: readonly Entry[];
  readonly heard: Heard;
}

/** An import in a process of its own, which keeps a journal. */
export interface RunningImport extends RunningCommand {
  readonly ended: Promise<EndedImport>;
}

const keepJournal = new URL('./keep-journal.mjs', import.meta.url).href;

/** Starts `cli import`; the files of the journal are gone when it has ended. */
export function runImport({ uri, username, password }: Login, files: readonly string[]): RunningImport {
  const folder = mkdtempSync(join(tmpdir(), 'graph-journal-'));
  const journal = join(folder, 'journal');
  const settings = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const command = runCommand(['import', ...files], { ...settings, JOURNAL: journal, NODE_OPTIONS: `--import=${keepJournal}` });
  let signalled = false;
  const signal: RunningCommand['signal'] = (name) => {
    signalled = true;
    command.signal(name);
  };
  const ended = command.ended.then((end) => {
    const entries = existsSync(journal) ? readEntries(readFileSync(journal, 'utf8')) : [];
    rmSync(folder, { recursive: true });
    return { ...end, journal: entries, heard: heardIn(entries, signalled || end.code === 4) };
  });
  return { ...command, signal, ended };
}

const readEntries = (text: string): Entry[] =>
  [...text.matchAll(/^(sent|stored) (\S+) (\S+)$/gm)].map(([, what, id = '', at]) => ({ what: what as Entry['what'], id, at: Number(at) }));

/** Whoever ended by itself and did not say that an outcome is unknown has said of what was not acknowledged that it is not stored. */
function heardIn(journal: readonly Entry[], mayBeUnknown: boolean): Heard {
  const idsOf = (what: Entry['what']) => [...new Set(journal.filter((entry) => entry.what === what).map(({ id }) => id))];
  const acknowledged = idsOf('stored');
  return { acknowledged, unknown: mayBeUnknown ? idsOf('sent').filter((id) => !acknowledged.includes(id)) : [] };
}
