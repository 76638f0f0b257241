import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { hasFocus, tabTo } from '../support/keyboard.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

describe.skipIf(!chromiumPath)('without a mouse, or with a finger', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  it('one goes from the search to a person and to the lines of a fact, and comes back to where one was', () =>
    inWindow('/', async (page) => {
      await tabTo(page, page.getByRole('combobox', { name: '检索' }));
      await page.keyboard.type('phz');
      await page.getByText('首字母: phz').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '朴浩哲', level: 1 }).waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('content');

      const evidence = page.locator('.fact', { hasText: '带队' }).getByRole('button', { name: /^查看依据/ });
      await tabTo(page, evidence);
      await page.keyboard.press('Enter');
      const drawer = page.getByRole('dialog');
      await drawer.waitFor();
      await tabTo(page, drawer.getByRole('link', { name: /第293–315行/ }));
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      await expect.poll(() => hasFocus(evidence)).toBe(true);
      expect(new URL(page.url()).search).toBe('');
      await page.goBack();
      await page.getByRole('heading', { name: '最近的活动' }).waitFor();
    }));

  it('one sorts, filters and takes along a roster', () =>
    inWindow('/event/caca-guidelines-china-tour-yingkou-2025/roster', async (page) => {
      await page.locator('.rows tbody').first().waitFor();
      await tabTo(page, page.getByRole('combobox', { name: '按角色筛选' }));
      await page.keyboard.type('带队');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.rows tbody').count()).toBe(1);
      await page.keyboard.press('Escape');
      await tabTo(page, page.getByRole('combobox', { name: '排序' }));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('order')).toBe('NAME');
      await page.keyboard.press('Escape');
      await page.locator('.skip').focus();
      await tabTo(page, page.getByRole('button', { name: 'CSV', exact: true }));
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(readFileSync(await file.path(), 'utf8')).toContain('朴浩哲,Piao Haozhe,带队');
    }));

  it('one asks who was at two events', () =>
    inWindow('/attended', async (page) => {
      const event = (at: number) => page.getByRole('combobox', { name: '活动或系列' }).nth(at);
      const choose = async (at: number, text: string, name: string) => {
        await tabTo(page, event(at));
        await page.keyboard.type(text);
        await page.locator('.ant-select-item-option', { hasText: name }).first().waitFor();
        await page.keyboard.press('Enter');
      };
      await choose(0, '科普大会', '2024 CCHIO科普大会');
      await tabTo(page, page.getByRole('button', { name: '添加活动（都参加了）' }));
      await page.keyboard.press('Enter');
      await event(1).waitFor();
      await page.locator('.skip').focus();
      await choose(1, 'yingkou', 'CACA指南中国行（营口站）');
      await page.getByText('找到 1 位').waitFor();
    }));

  it('one sorts the table beside a network and marks someone in the picture', () =>
    inWindow('/network?of=series:caca-guidelines-china-tour', async (page) => {
      await page.getByText('图中 14 个节点').waitFor();
      await tabTo(page, page.getByRole('button', { name: /^名称/ }));
      await page.keyboard.press('Enter');
      const sorted = page.getByRole('columnheader', { name: /^名称/ });
      await expect.poll(() => sorted.getAttribute('aria-sort')).toBe('ascending');
      const mark = page.getByRole('button', { name: '在图中突出 薛静' });
      await tabTo(page, mark);
      await page.keyboard.press('Space');
      await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true');
    }));

  it('on a telephone the menu opens by a touch, leads to every page, and is out of the way again', async () => {
    const { context, faults } = await openWindow(dashboard.browser, dashboard.url, { width: 390, height: 844 });
    try {
      const page = await context.newPage();
      await page.goto(dashboard.url, { timeout: 30_000 });
      const menu = page.getByRole('navigation', { name: '主导航' });
      const button = page.getByRole('button', { name: '菜单' });
      await button.waitFor();
      expect(await menu.isVisible()).toBe(false);
      await button.click();
      const links = await menu.getByRole('link').all();
      expect(links).toHaveLength(9);
      for (const link of links) {
        const box = await link.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 390 && box.height >= 24).toBe(true);
      }
      await page.screenshot({ path: 'test-results/menu-390.png', timeout: 15_000 });
      await menu.getByRole('link', { name: '如何相连' }).click();
      await page.getByRole('heading', { name: '两者如何相连' }).waitFor();
      expect(await menu.isVisible()).toBe(false);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
