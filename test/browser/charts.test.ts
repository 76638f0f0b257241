import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const partnerships = '/partnerships?organisation=organisation:china-anti-cancer-association';

describe.skipIf(!chromiumPath)('a chart', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);
  const bars = (page: Page) => page.locator('.chart svg path[fill="#0b57a4"]');

  it('of all events is what the timeline begins with, by month if one likes; a bar opens the lines that say when they were', () =>
    inWindow('/timeline?by=month', async (page) => {
      await bars(page).first().waitFor();
      const table = page.getByRole('table', { name: '活动：按时间计数' });
      expect(await table.getByRole('row').allTextContents()).toContain('2025年4月4');
      // Under the pointer ECharts lays a shadow over the bar, which is in the way for the browser only.
      await bars(page).last().click({ force: true });
      await page.getByRole('dialog').getByText('CACA指南中国行（营口站）').first().waitFor();
      expect(new URL(page.url()).searchParams.get('evidence')?.split('.').length).toBe(4);
      await page.goBack();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }));

  it('says in words what it shows, in the language of the page', () =>
    inWindow('/en/timeline', async (page) => {
      await page.locator('.chart[aria-label]').waitFor();
      expect(await page.locator('.chart').getAttribute('aria-label')).toBe(
        'Events over time: Events: 2018 1, 2019 1, 2020 1, 2022 1, 2023 1, 2024 4, 2025 4',
      );
      expect(await page.locator('.chart').getAttribute('role')).toBe('img');
    }));

  it('of the facts about an entry counts each month, and by keyboard a number opens them', () =>
    inWindow('/timeline?of=person:piao-haozhe&by=month', async (page) => {
      const row = page.getByRole('row', { name: /^2024年11月/ });
      await row.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('2024 CCHIO科普大会').first().waitFor();
    }));

  it('of the ties by year has a pattern for each kind of tie beside its colour, and a number opens the ties of its kind', () =>
    inWindow(partnerships, async (page) => {
      const table = page.getByRole('table', { name: '关系：按年份' });
      await table.waitFor();
      await page.locator('.chart svg pattern').first().waitFor({ state: 'attached' });
      expect(await page.locator('.chart svg').getByText('协议').count()).toBe(1);
      const row = table.getByRole('row', { name: /^2024年/ });
      await row.getByRole('cell').first().getByRole('button').click();
      await page.getByRole('dialog').getByText('签署').first().waitFor();
      expect(new URL(page.url()).searchParams.get('evidence')?.split('.').length).toBe(7);
    }));

  it('keeps within the paper when it is printed', () =>
    inWindow(partnerships, async (page) => {
      await page.locator('.chart svg').waitFor();
      const width = () => page.locator('.chart svg').evaluate((svg) => svg.getBoundingClientRect().width);
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      await expect.poll(width).toBe(660);
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      await expect.poll(width).toBeGreaterThan(700);
    }));

  it('that cannot be loaded leaves its table', async () => {
    const { context } = await openWindow(dashboard.browser, dashboard.url, { width: 1366, height: 768 });
    try {
      const page = await context.newPage();
      await page.route('**/assets/draw-chart-*.js', (route) => route.abort());
      await page.goto(`${dashboard.url}/timeline`, { timeout: 30_000 });
      await page.getByText('图未能载入；表格内容相同').waitFor();
      await page.getByRole('table', { name: '活动：按时间计数' }).getByRole('button').first().waitFor();
    } finally {
      await context.close();
    }
  });
});
