import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';
const folder = 'docs/pictures';

/** The pages worth a picture, and what shows that all of each is there. */
const pictures = [
  { name: 'home', path: '/', ready: '.figures' },
  { name: 'person', path: '/en/person/piao-haozhe', ready: 'aside .plain li' },
  { name: 'roster', path: `/event/${congress.slice(6)}/roster`, ready: '.rows tbody' },
  { name: 'attended', path: `/attended?all=${congress}&all=${yingkou}`, ready: '.rows tbody' },
  { name: 'connections', path: '/en/connections?from=person:fan-daiming&to=person:xue-jing', ready: '.path .step' },
  { name: 'network', path: `/network?of=${yingkou}`, ready: '.network-ground canvas' },
  {
    name: 'partnerships',
    path: '/partnerships?organisation=organisation:china-anti-cancer-association&on=2025-01-01',
    ready: '.matrix tbody tr',
  },
  { name: 'document', path: '/source/yishibao-caca-guidelines-tour-yingkou?line=293', ready: '.line.wanted' },
];

describe.skipIf(!chromiumPath)('the pictures of the main pages', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
    mkdirSync(folder, { recursive: true });
  }, 240_000);
  afterAll(() => dashboard?.close());

  it.each(pictures)('$name', async ({ name, path, ready }) => {
    const { context, faults } = await openWindow(dashboard.browser, dashboard.url, { width: 1366, height: 768 });
    try {
      const page = await context.newPage();
      await page.goto(`${dashboard.url}${path}`, { waitUntil: 'networkidle', timeout: 30_000 });
      await page.locator(ready).first().waitFor();
      // Until nothing is on its way any more.
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
      await page.screenshot({ path: `${folder}/${name}.png`, timeout: 15_000 });
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
