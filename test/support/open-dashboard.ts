import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { readStoredOperations } from '../../src/server/stored-operations.ts';
import { launchBrowser, openWindow } from './browser.ts';
import { buildPages } from './build-pages.ts';
import { seededGraph, seedFiles } from './seeded-graph.ts';
import { serveGraph } from './serve-graph.ts';

/** The dashboard on the graph of the two documents and what is put beside them, and a browser without a network. */
export interface OpenDashboard {
  readonly url: string;
  readonly database: Database;
  readonly browser: Browser;
  /** Does something at an address in a window of its own, in which nothing may go wrong. */
  inWindow(path: string, visit: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const desk = { width: 1366, height: 768 };

/** Builds, seeds, serves and starts the browser, with more source files beside the two documents'; the caller closes all of it. */
export async function openDashboard(more: readonly string[] = []): Promise<OpenDashboard> {
  buildPages();
  const database = await seededGraph([...seedFiles(), ...more]);
  const served = await serveGraph(database, {}, readStoredOperations());
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await served.stop();
    await database.close();
  };
  const inWindow: OpenDashboard['inWindow'] = async (path, visit) => {
    const { context, faults } = await openWindow(browser, served.url, desk);
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}${path}`, { timeout: 30_000 });
      await visit(page);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  };
  return { url: served.url, database, browser, inWindow, close };
}
