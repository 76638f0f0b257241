import { join } from 'node:path';

/** Where everything of one embedded Neo4j lies. */
export type EmbeddedHome = ReturnType<typeof layOutHome>;

/** Names the paths under a home folder; `serverFolder` holds what several homes may share: jars and class-data archives. */
export function layOutHome(home: string, serverFolder = home) {
  return Object.freeze({
    home,
    lib: join(serverFolder, 'lib'),
    plugins: join(serverFolder, 'plugins'),
    archives: join(serverFolder, 'archives'),
    conf: join(home, 'conf'),
    systemDatabase: join(home, 'data', 'databases', 'system'),
    logs: join(home, 'logs'),
    consoleLog: join(home, 'logs', 'console.log'),
    run: join(home, 'run'),
    record: join(home, 'run', 'server.json'),
    passwordFile: join(home, 'password'),
  });
}
