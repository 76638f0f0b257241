import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';

describe.skipIf(!chromiumPath)('someone who has never seen the dashboard', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  /** Finds an entity by the search box. */
  async function find(page: Page, text: string, name: string): Promise<void> {
    await page.getByRole('combobox', { name: '检索' }).fill(text);
    await page.keyboard.press('Enter');
    await page.locator('main').getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  /** Goes to a page by the menu. */
  const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

  /** Chooses an entity in a picker. */
  async function choose(page: Page, label: string, text: string, name: string, at = 0): Promise<void> {
    await page.getByRole('combobox', { name: label }).nth(at).click();
    await page.keyboard.type(text);
    await page.locator('.ant-select-item-option', { hasText: name }).first().click();
  }

  it('learns who chaired the congress, and with which title', () =>
    inWindow('/', async (page) => {
      await find(page, '科普大会', '2024 CCHIO科普大会');
      const chair = page.locator('.rows tbody').filter({ hasText: '执行主席' }).first();
      await chair.waitFor();
      expect(await chair.getByRole('rowheader').textContent()).toBe('聂勇战Nie Yongzhan');
      expect(await chair.getByRole('cell', { name: '中国抗癌协会副秘书长', exact: true }).count()).toBe(1);
    }));

  it('learns who was at both the congress and the Yingkou day, and checks a list of names against it', () =>
    inWindow('/', async (page) => {
      await go(page, '谁参加了');
      await choose(page, '活动或系列', '科普大会', '2024 CCHIO科普大会');
      await page.getByRole('button', { name: '添加活动（都参加了）' }).click();
      await choose(page, '活动或系列', 'yingkou', 'CACA指南中国行（营口站）', 1);
      await page.getByText('找到 1 位').waitFor();
      await page.getByText('人物：参加了“2024 CCHIO科普大会”，并且参加了“CACA指南中国行（营口站）”？').waitFor();
      expect(await page.getByRole('rowheader').allTextContents()).toEqual(['朴浩哲Piao Haozhe']);

      await page.getByRole('textbox', { name: /每行一个/ }).fill('朴浩哲\n樊代明院士\n张三');
      await page.getByRole('button', { name: '核对' }).click();
      await page.getByRole('row', { name: '张三 未匹配' }).waitFor();
      await page.getByRole('row', { name: '朴浩哲 已匹配 朴浩哲 符合' }).waitFor();
      await page.getByRole('row', { name: '樊代明院士 已匹配 樊代明 没有记录' }).waitFor();

      await page.reload({ timeout: 30_000 });
      await page.getByRole('row', { name: '张三 未匹配' }).waitFor();
      await page.getByText('找到 1 位').waitFor();
    }));

  it('learns how two people are connected, each step with its lines', () =>
    inWindow('/en/', async (page) => {
      await go(page, 'Connections');
      await choose(page, 'From', 'fdm', 'Fan Daiming');
      await choose(page, 'To', 'xuejing', 'Xue Jing');
      await page.getByRole('heading', { name: /^Path 1: 3 facts/ }).waitFor();
      const steps = page.locator('.path').first().locator('.step');
      expect(await steps.count()).toBe(3);
      await steps.nth(2).getByRole('button').click();
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /lines 246–248/ })
        .waitFor();
    }));

  it('takes the attendee list of Yingkou along as XLSX and CSV, as it is filtered, with ids and lines', () =>
    inWindow('/', async (page) => {
      await page.locator('main').getByRole('link', { name: 'CACA指南中国行（营口站）', exact: true }).click();
      await page.getByRole('link', { name: /完整名单/ }).click();
      await page.getByText('显示第 1–14 条，共 14 条').waitFor();
      await page.getByRole('textbox', { name: '在整个名单中查找' }).fill('朴浩哲');
      await expect.poll(() => page.locator('.rows tbody').count()).toBe(1);
      const save = async (name: string) => {
        const coming = page.waitForEvent('download');
        await page.getByRole('button', { name, exact: true }).click();
        const file = await coming;
        return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
      };
      const csv = await save('CSV');
      const text = csv.bytes.toString('utf8');
      expect(text.startsWith('\uFEFF姓名,英文名,角色')).toBe(true);
      expect(text.trim().split('\r\n').length).toBe(4);
      expect(text).toMatch(/朴浩哲,Piao Haozhe,带队,.*第293–315行,person:piao-haozhe,fact:\w{24}/);
      const xlsx = await save('XLSX');
      expect(xlsx.name).toBe('CACA指南中国行（营口站）：参加名单.xlsx');
      const sheet = Object.entries(unzipSync(xlsx.bytes)).map(([path, bytes]) => (path.endsWith('.xml') ? strFromU8(bytes) : ''));
      expect(sheet.join()).toContain('person:piao-haozhe');
    }));

  it('sorts a roster as printed and filters it by role, and the address keeps both', () =>
    inWindow(`/event/${congress.slice(6)}/roster?order=PRINTED&roles=MODERATOR.WITNESS`, async (page) => {
      await page.locator('.rows tbody').first().waitFor();
      expect(await page.getByRole('rowheader').allTextContents()).toEqual([
        '樊代明Fan Daiming',
        '刘建中Liu Jianzhong',
        '聂勇战Nie Yongzhan',
      ]);
    }));

  it('learns which partners signed what with the association, on a day, and takes the table along', () =>
    inWindow('/', async (page) => {
      await find(page, 'CACA', '中国抗癌协会');
      await page.getByRole('link', { name: '合作关系' }).last().click();
      await page.getByText('9 家合作方').waitFor();
      await page.getByLabel('某日').fill('2025-01-01');
      const signed = page.getByRole('table', { name: '协议及其状态' }).getByRole('row');
      await signed.nth(7).waitFor();
      expect(await signed.filter({ hasText: '微博健康' }).textContent()).toContain('不详（未写明期限）2024年11月14日2024 CCHIO科普大会');
      await page.getByRole('row', { name: /微博健康.*单一来源 · 当日是否有效不详/ }).waitFor();
      const names = ['中国抗癌协会的合作关系.xlsx', '中国抗癌协会的协议 2025-01-01.xlsx'];
      for (const [place, name] of names.entries()) {
        const coming = page.waitForEvent('download');
        await page.getByRole('button', { name: 'XLSX' }).nth(place).click();
        expect((await coming).suggestedFilename()).toBe(name);
      }
    }));

  it('finds the lines that say who led the clinic, in the document itself', () =>
    inWindow('/', async (page) => {
      await find(page, '朴浩哲', '朴浩哲');
      await page.locator('.fact', { hasText: '带队' }).getByRole('button').click();
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /第293–315行/ })
        .click();
      const line = page.locator('#line-293');
      await line.waitFor();
      await expect.poll(async () => ((await line.boundingBox())?.y ?? -1) >= 0 && ((await line.boundingBox())?.y ?? 768) < 768).toBe(true);
      expect(await line.textContent()).toContain('朴浩哲在肿瘤防治下基层健康咨询活动中的角色：带队');
      await page.getByText('服务未附此文献的副本').waitFor();
    }));
});
