import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

describe.skipIf(!chromiumPath)('the page of an entry', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  it('of a person draws those whom the list beside it names, who lead to their pages; a tie opens its evidence', () =>
    inWindow('/person/piao-haozhe', async (page) => {
      const picture = page.locator('.small-network svg');
      await picture.locator('.ring-node').nth(10).waitFor();
      const listed = await page.locator('aside ol > li > a:first-child').allTextContents();
      const drawn = await picture.locator('.ring-node text').allTextContents();
      expect(drawn.toSorted()).toEqual(['朴浩哲', ...listed].toSorted());
      await picture.locator('.ring-tie-reach').first().click({ force: true });
      await page.getByRole('dialog').getByText(/第\d+/).first().waitFor();
      await page.goBack();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await picture.getByRole('link', { name: '管静芝', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '管静芝', level: 1 }).waitFor();
      await page.getByRole('link', { name: '完整的关系网络' }).click();
      await page.getByRole('heading', { name: '管静芝：关系网络' }).waitFor();
    }));

  it('of an organisation draws its people who met, and lists every tie with its evidence', () =>
    inWindow('/organisation/china-anti-cancer-association', async (page) => {
      const section = page.getByRole('heading', { name: '其人员在活动中相遇' }).locator('..');
      await section.locator('.ring-node').first().waitFor();
      expect(await section.locator('.ring-tie').count()).toBe(await section.locator('ol > li').count());
      await section.locator('ol > li').first().getByRole('button').click();
      await page.getByRole('dialog').getByText('CACA指南中国行（营口站）').first().waitFor();
    }));

  it('of a series lists its editions with what each records, and a number opens its rows', () =>
    inWindow('/series/caca-guidelines-china-tour', async (page) => {
      const edition = page.getByRole('listitem').filter({ hasText: 'CACA指南中国行（营口站）' }).first();
      await edition.getByRole('link', { name: /到场人数/ }).click();
      await page.getByRole('heading', { name: 'CACA指南中国行（营口站）：参加名单' }).waitFor();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('PERSON');
      await page.locator('.rows tbody').first().waitFor();
    }));

  it('of a series has the editions newest first, undated ones last', () =>
    inWindow('/en/series/same-day-walk-together', async (page) => {
      const whens = page.getByRole('heading', { name: 'Editions, the newest first' }).locator('..').locator('.when');
      await whens.nth(5).waitFor();
      const years = (await whens.allTextContents()).map((when) => Number(/\d{4}/.exec(when)?.[0] ?? 0));
      expect(years).toEqual(years.toSorted((a, b) => b - a));
    }));

  it('of a work says who made it as what, and when it came out', () =>
    inWindow('/work/fengsheng-volume-7', async (page) => {
      await page.getByRole('listitem').filter({ hasText: '主编' }).filter({ hasText: '樊代明（院士）' }).waitFor();
      const release = page.getByRole('listitem').filter({ hasText: '发布于' });
      await release.getByRole('button').click();
      await page.getByRole('dialog').getByText('第87–89行').waitFor();
    }));

  it('of an agreement says how it stands on the day that the address names', () =>
    inWindow('/agreement/caca-weibo-jiankang-2024?on=2025-01-01', async (page) => {
      await page.getByText('不详：没有写明期限').waitFor();
      await page.getByRole('link', { name: '微博健康', exact: true }).first().waitFor();
      await page.getByLabel('某日状态').fill('2026-01-01');
      await expect.poll(() => new URL(page.url()).searchParams.get('on')).toBe('2026-01-01');
    }));

  it('offers its question as Cypher, as it does as curl', () =>
    inWindow('/person/piao-haozhe', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: '查看查询' }).click();
      await page.getByRole('menuitem', { name: '复制为 Cypher' }).click();
      await page.getByText('已复制').waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      const rows = await dashboard.database.read(copied);
      expect(rows.map(({ kind }) => kind)).toContain('PARTICIPATION');
      expect(await page.locator('main').getByRole('listitem').count()).toBeGreaterThanOrEqual(rows.length);
    }));
});
