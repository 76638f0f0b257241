import type { Browser } from 'playwright-core';
import type { Database } from '../../src/database/connect.ts';
import { readStoredOperations } from '../../src/server/stored-operations.ts';
import { launchBrowser } from './browser.ts';
import { buildPages } from './build-pages.ts';
import { seededGraph } from './seeded-graph.ts';
import { serveGraph } from './serve-graph.ts';

/** The dashboard on the graph of the two documents, and a browser without a network. */
export interface OpenDashboard {
  readonly url: string;
  readonly database: Database;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds, seeds, serves and starts the browser; the caller closes all of it. */
export async function openDashboard(): Promise<OpenDashboard> {
  buildPages();
  const database = await seededGraph();
  const served = await serveGraph(database, {}, readStoredOperations());
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await served.stop();
    await database.close();
  };
  return { url: served.url, database, browser, close };
}
