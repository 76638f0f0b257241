import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { EmbeddedHome } from './lay-out-home.ts';
import { commandOf } from './server-process.ts';

const schema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().positive(),
  /** Who stops the server when it ends itself. A service takes over from a command, never the other way round. */
  owner: z.object({ pid: z.number(), command: z.string(), role: z.enum(['service', 'command']) }),
  /** False until it has answered once. */
  ready: z.boolean().default(false),
  archive: z.object({ path: z.string(), building: z.string().optional() }),
});

/** What `run/server.json` says of the server of a home. */
export type ServerRecord = z.infer<typeof schema>;

/** What kind of program uses the server: one that stays, or one that ends with its task. */
export type OwnerRole = ServerRecord['owner']['role'];

/** Reads the record, or nothing where there is none or none that can be understood. */
export function readRecord(home: EmbeddedHome): ServerRecord | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(home.record, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes the record whole or not at all. */
export function writeRecord(home: EmbeddedHome, record: ServerRecord): void {
  mkdirSync(home.run, { recursive: true });
  const fresh = `${home.record}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(fresh, home.record);
}

/** Takes the record away once its server is gone. */
export function removeRecord(home: EmbeddedHome): void {
  rmSync(home.record, { force: true });
}

/** This process as an owner. */
export function ourselves(role: OwnerRole): ServerRecord['owner'] {
  return { pid: process.pid, command: commandOf(process.pid) ?? '', role };
}

/** True while the owner lives; its command is compared, because a number is given to a new process sooner or later. */
export function ownerLives({ owner }: ServerRecord): boolean {
  return commandOf(owner.pid) === owner.command;
}
