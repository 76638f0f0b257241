import type { Command } from 'commander';
import type { Config } from '../config/read-config.ts';
import { layOutHome } from '../database/embedded/lay-out-home.ts';
import { stopServer } from '../database/embedded/stop-server.ts';

/** `stop`: ends an embedded Neo4j of this home that was left running. */
export function registerStop(program: Command, settings: () => Config): void {
  program
    .command('stop')
    .description('Stop the embedded Neo4j of GRAPH_HOME if it was left running.')
    .action(async () => {
      const { home } = settings();
      const ran = await stopServer(layOutHome(home));
      console.log(ran ? 'Stopped.' : `No Neo4j of ${home} runs.`);
    });
}
