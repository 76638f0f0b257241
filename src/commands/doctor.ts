import type { Command } from 'commander';
import type { Config } from '../config/read-config.ts';
import { diagnoseMachine } from '../database/embedded/diagnose-machine.ts';
import { probePort } from '../database/probe-port.ts';
import { broken, type Diagnosis, doubtful, healthy } from '../domain/diagnosis.ts';
import { explainError, OperatorError } from '../domain/errors.ts';
import { diagnoseGraph } from '../recording/diagnose-graph.ts';
import { printTable } from './print-table.ts';
import type { WithDatabase } from './with-database.ts';

/** `doctor`: looks at everything the service needs, and says what to do about what is wrong. */
export function registerDoctor(program: Command, settings: () => Config, withDatabase: WithDatabase): void {
  program
    .command('doctor')
    .description('Check settings, Java, Maven, port, disk, Neo4j, constraints and the graph; exit code 1 when something must be changed.')
    .option('--json', 'print what was found as JSON')
    .action(async (options: { json?: boolean }) => {
      const found = await diagnose(settings, withDatabase);
      if (options.json) console.log(JSON.stringify(found, null, 2));
      else print(found);
      const faults = found.filter(({ state }) => state === 'fault').length;
      if (faults > 0) throw new OperatorError(`${faults} of ${found.length} checks found a fault`, 1);
    });
}

async function diagnose(settings: () => Config, withDatabase: WithDatabase): Promise<Diagnosis[]> {
  const node = healthy('Node', process.versions.node);
  let config: Config;
  try {
    config = settings();
  } catch (error) {
    return [node, broken('settings', explainError(error), 'Correct them, then ask again.')];
  }
  const local = [node, ...safetyOf(config), await portOf(config), ...(config.neo4jUri ? [] : await diagnoseMachine(config))];
  // Without these the database cannot be opened, and its own message would only say so again.
  if (local.some(({ check, state }) => state === 'fault' && (check === 'Java' || check === 'Maven'))) return local;
  try {
    return [...local, ...(await withDatabase(diagnoseGraph))];
  } catch (error) {
    return [...local, broken('database', explainError(error), 'See what it says; `npm run cli -- stop` ends a Neo4j that hangs.')];
  }
}

function safetyOf({ host, production, neo4jUri }: Config): Diagnosis[] {
  const findings = [
    ...(production || isLoopback(host)
      ? []
      : [doubtful('settings', 'NODE_ENV is not production, and others can reach the port', 'Unset NODE_ENV.')]),
    ...(neo4jUri && !/\+s/.test(neo4jUri) && !isLoopback(new URL(neo4jUri).hostname)
      ? [
          doubtful(
            'settings',
            'the way to Neo4j is not encrypted',
            'Use neo4j+s:// or bolt+s://, unless the network between is yours alone.',
          ),
        ]
      : []),
  ];
  return findings.length > 0 ? findings : [healthy('settings', 'can be used, and are safe')];
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || host === '::1' || host.startsWith('127.');

async function portOf({ host, port }: Config): Promise<Diagnosis> {
  const trouble = port === 0 ? undefined : await probePort(host, port);
  if (trouble === undefined) return healthy('port', `${port} is free`);
  if (await servesHere(host, port)) return healthy('port', `${port} is used by a running service of this program`);
  return broken('port', `${port} on ${host} cannot be had (${trouble})`, 'Stop what uses it, or set GRAPH_PORT and GRAPH_HOST.');
}

async function servesHere(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/livez`, { signal: AbortSignal.timeout(2000) });
    return answer.ok && (await answer.text()).includes('"status":"ok"');
  } catch {
    return false;
  }
}

function print(found: readonly Diagnosis[]): void {
  printTable(
    ['check', 'state', 'found'],
    found.map(({ check, state, found: what }) => [check, state, what]),
  );
  for (const { check, advice } of found) if (advice) console.log(`${check}: ${advice}`);
}
