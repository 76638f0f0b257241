import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../src/dashboard/graphiql-examples.ts';
import type { Database } from '../../src/database/connect.ts';
import { chromiumPath, launchBrowser, openWindow } from '../support/browser.ts';
import { buildPages } from '../support/build-pages.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const names = examples.map(({ query }) => /^query (\w+)/m.exec(query)?.[1]);

describe.skipIf(!chromiumPath)('GraphiQL in a browser without a network', () => {
  let database: Database;
  let served: ServedGraph;
  let browser: Browser;

  beforeAll(async () => {
    buildPages();
    database = await seededGraph();
    served = await serveGraph(database);
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await database?.close();
  });

  it.each([
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ])('has the examples in tabs and answers one at $width x $height', async (viewport) => {
    const { context, faults } = await openWindow(browser, served.url, viewport);
    try {
      const page = await context.newPage();
      const answer = page.locator('.graphiql-response');
      const tabs = page.locator('.graphiql-tab-button');
      // A click before the editors are there does nothing, and says nothing.
      const runIt = async () => {
        await page.locator('.graphiql-query-editor .monaco-editor').waitFor();
        await answer.locator('.monaco-editor').waitFor();
        await page.getByRole('button', { name: /^Execute query/ }).click();
      };
      // Workers that come out of the browser's own store keep the network from ever being called idle.
      const reload = async () => {
        await page.reload({ timeout: 30_000 });
        await page.getByRole('tab', { name: 'Roster' }).waitFor();
      };
      await page.goto(`${served.url}/graphiql`, { timeout: 30_000 });
      await page.getByRole('tab', { name: 'Roster' }).waitFor();
      expect(await tabs.allTextContents()).toEqual(names);

      await runIt();
      await answer.getByText('科普大会').first().waitFor();
      await page.screenshot({ path: `test-results/graphiql-${viewport.width}.png`, timeout: 15_000 });
      expect(faults).toEqual([]);

      // What was open comes back with its variables; without them there would be no count.
      await reload();
      await page.getByRole('tab', { name: 'Search' }).click();
      await runIt();
      await answer.getByText('totalCount').first().waitFor();
      // It writes down what is open a moment later.
      const openTab = () => page.evaluate("JSON.parse(localStorage['graphiql:tabState'] ?? '{}').activeTabIndex");
      await expect.poll(openTab, { timeout: 15_000 }).toBe(1);
      await reload();
      await runIt();
      await answer.getByText('totalCount').first().waitFor();
      expect(await tabs.allTextContents()).toEqual(names);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
