import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../../domain/errors.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import { commandOf } from './server-process.ts';

const schema = z.object({ pid: z.number().int().positive(), command: z.string(), purpose: z.string() });
type Hold = z.output<typeof schema>;

const pathOf = (home: EmbeddedHome): string => join(home.run, 'hold.json');

/** Who keeps the server of this home from being started, such as a backup of the stopped store; a hold whose process is gone counts no more. */
export function holderOf(home: EmbeddedHome): Hold | undefined {
  try {
    const hold = schema.parse(JSON.parse(readFileSync(pathOf(home), 'utf8')));
    return commandOf(hold.pid) === hold.command ? hold : undefined;
  } catch {
    return undefined;
  }
}

/** Errors: OperatorError while another process holds the home. */
export function refuseHeld(home: EmbeddedHome): void {
  const holder = holderOf(home);
  if (holder && holder.pid !== process.pid)
    throw new OperatorError(`${home.home} is held for ${holder.purpose} (process ${holder.pid}). Wait until that has ended.`);
}

/** Keeps every other process from starting the server of this home, until the returned function is called. Errors: as of `refuseHeld`. */
export function holdHome(home: EmbeddedHome, purpose: string): () => void {
  refuseHeld(home);
  mkdirSync(home.run, { recursive: true });
  // What is left here belongs to a process that is gone.
  rmSync(pathOf(home), { force: true });
  const hold: Hold = { pid: process.pid, command: commandOf(process.pid) ?? '', purpose };
  try {
    // 'wx' lets one of two that come at once win.
    writeFileSync(pathOf(home), JSON.stringify(hold), { flag: 'wx' });
  } catch {
    refuseHeld(home);
  }
  return () => rmSync(pathOf(home), { force: true });
}
