import { OperatorError } from '../../domain/errors.ts';
import { keepPassword } from './keep-password.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import type { Progress } from './report-seconds.ts';
import { runsHome } from './server-process.ts';
import { type OwnerRole, ourselves, ownerLives, readRecord, type ServerRecord, writeRecord } from './server-record.ts';
import { stopServer } from './stop-server.ts';
import { waitUntilReady } from './wait-until-ready.ts';

const READY_WITHIN_MS = 30_000;

/**
 * Takes the server that already runs in this home: Neo4j does not notice its parent's death.
 * Shape: nothing when none ran, or when one ran that did not answer and had no owner (it is stopped).
 * Errors: OperatorError when one does not answer and another program owns it.
 */
export async function reuseServer(home: EmbeddedHome, role: OwnerRole, progress: Progress): Promise<ServerRecord | undefined> {
  const record = readRecord(home);
  if (!record || !runsHome(record.pid, home.home)) {
    await stopServer(home);
    return undefined;
  }
  const owned = ownerLives(record) && record.owner.pid !== process.pid;
  progress(`A Neo4j of this home runs already (process ${record.pid}); looking whether it answers …`);
  const login = { uri: `bolt://127.0.0.1:${record.port}`, username: 'neo4j', password: keepPassword(home) };
  const outcome = await waitUntilReady(login, () => runsHome(record.pid, home.home), READY_WITHIN_MS);
  if (outcome === 'ready') return takeOver(home, record, role, owned);
  if (owned && outcome === 'silent') {
    throw new OperatorError(
      `Neo4j (process ${record.pid}) belongs to process ${record.owner.pid} and does not answer. Stop that one first.`,
    );
  }
  progress(`It does not answer; stopping process ${record.pid} …`);
  await stopServer(home);
  return undefined;
}

/** Whoever stays takes over from whoever is gone or will soon be; a command leaves what it found. */
function takeOver(home: EmbeddedHome, record: ServerRecord, role: OwnerRole, owned: boolean): ServerRecord {
  if (role === 'command' || (owned && record.owner.role === 'service')) return record;
  const ours = { ...record, owner: ourselves(role), ready: true };
  writeRecord(home, ours);
  return ours;
}
