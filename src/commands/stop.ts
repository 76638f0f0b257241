import type { Command } from 'commander';
import type { Config } from '../config/read-config.ts';
import { type EmbeddedHome, layOutHome } from '../database/embedded/lay-out-home.ts';
import { ownerLives, readRecord } from '../database/embedded/server-record.ts';
import { stopServer } from '../database/embedded/stop-server.ts';
import { OperatorError } from '../domain/errors.ts';

/** `stop`: ends an embedded Neo4j of this home that was left running. */
export function registerStop(program: Command, settings: () => Config): void {
  program
    .command('stop')
    .description('Stop the embedded Neo4j of GRAPH_HOME if it was left running.')
    .action(async () => {
      const { home } = settings();
      refuseServices(layOutHome(home));
      const ran = await stopServer(layOutHome(home));
      console.log(ran ? 'Stopped.' : `No Neo4j of ${home} runs.`);
    });
}

/** A running service would only start it again. */
function refuseServices(home: EmbeddedHome): void {
  const record = readRecord(home);
  if (record?.owner.role === 'service' && ownerLives(record))
    throw new OperatorError(`Its Neo4j belongs to a running service (process ${record.owner.pid}). Stop that one; it stops its Neo4j.`);
}
