import { findJava } from '../../src/database/embedded/find-java.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { runAdminTool } from '../../src/database/embedded/run-admin-tool.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { smallServer } from './small-server.ts';

/** Stops the small server of a home and has Neo4j check its store. Shape: what is wrong, in words. */
export async function checkStore(folder: string): Promise<string[]> {
  const { home, serverFolder, java } = smallServer(folder);
  await stopServer(layOutHome(home));
  const check = ['database', 'check', 'neo4j', `--report-path=${home}`];
  return runAdminTool(
    layOutHome(home, serverFolder),
    findJava(java, () => {}),
    check,
  ).then(
    () => [],
    (error) => [String(error)],
  );
}
