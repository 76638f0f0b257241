import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JavaSize } from './build-java-arguments.ts';
import type { EmbeddedHome } from './lay-out-home.ts';

/** What differs between one embedded server and another. */
export interface ServerSize extends JavaSize {
  port: number;
}

const PROCEDURES = [
  'apoc.util.validate',
  'apoc.util.validatePredicate',
  'apoc.date.convertFormat',
  'apoc.version',
  'db.*',
  'dbms.components',
];

/** Writes `neo4j.conf` anew: it is ours alone, so that an old one never lingers. A misspelt key stops the start. */
export function writeConfiguration(home: EmbeddedHome, size: ServerSize): void {
  mkdirSync(home.conf, { recursive: true });
  const lines = Object.entries(configuration(home, size)).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(join(home.conf, 'neo4j.conf'), lines.join(''));
}

function configuration(home: EmbeddedHome, { port, heap, small }: ServerSize): Record<string, string> {
  return {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.directories.plugins': home.plugins.replaceAll('\\', '/'),
    'server.memory.pagecache.size': small ? '32m' : '256m',
    // Transactions may fill half the heap together: beyond it the JVM would end, and everybody's question with it.
    'dbms.memory.transaction.total.max': `${Math.max(128, Math.floor(megabytes(heap) / 2))}m`,
    'db.memory.transaction.max': '128m',
    'db.transaction.timeout': '60s',
    'db.lock.acquisition.timeout': '5s',
    'db.transaction.concurrent.maximum': '64',
    'db.tx_log.rotation.retention_policy': '100M size',
    // Without these two an empty store takes 516 MB on disk instead of 2.
    'db.tx_log.preallocate': 'false',
    'db.store.files.preallocate': 'false',
    // Without the quiet period of 0 every stop takes 11 seconds longer.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    'internal.dbms.bolt.netty_server_shutdown_timeout': '2',
    'dbms.usage_report.enabled': 'false',
    'dbms.security.procedures.allowlist': PROCEDURES.join(','),
    'dbms.security.allow_csv_import_from_file_urls': 'false',
  };
}

function megabytes(size: string): number {
  return Number.parseInt(size, 10) * (size.endsWith('g') ? 1024 : 1);
}
