import { vi } from 'vitest';
import { findFreePort } from '../../src/database/embedded/find-free-port.ts';
import { runService, type Service } from './run-service.ts';

/** A service in a process of its own whose port is open. */
export interface OpenService extends Service {
  readonly url: string;
}

/** An hour's points and questions at a time that no load of a test uses up. */
const unlimited = { GRAPH_CLIENT_POINTS_PER_HOUR: '1000000000', GRAPH_CLIENT_RUNNING: '1000' };

/** Starts a service and waits for its port, not for its database; the caller ends it. */
export async function startService(settings: Record<string, string>): Promise<OpenService> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const service = runService({ ...unlimited, ...settings, GRAPH_PORT: String(port) });
  const tooSoon = service.ended.then((code) => {
    throw new Error(`It ended with ${code} before its port was open:\n${service.lines().join('\n')}`);
  });
  try {
    await Promise.race([vi.waitFor(() => fetch(`${url}/livez`), { timeout: 120_000, interval: 50 }), tooSoon]);
  } catch (error) {
    service.kill();
    throw error;
  }
  return { ...service, url };
}
