import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { hubEvent, hubEventId, writeSourceFiles } from '../support/hub-event.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const guests = 250;
// What A4 leaves between its margins, at 96 dots an inch.
const sheet = { width: 680, height: 985 };
const roster = `/${hubEventId.replace(':', '/')}/roster`;

describe.skipIf(!chromiumPath)('a roster', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard(await writeSourceFiles(hubEvent(guests)));
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  it('of hundreds is looked at a leaf at a time, says which part of what is shown, and the address keeps the leaf', () =>
    inWindow(roster, async (page) => {
      await page.getByText('显示第 1–100 条，共 250 条').waitFor();
      await page.getByRole('listitem', { name: '3', exact: true }).click();
      await page.getByText('显示第 201–250 条，共 250 条').waitFor();
      expect(await page.locator('.rows tbody').count()).toBe(50);
      await page.reload({ timeout: 30_000 });
      await page.getByText('显示第 201–250 条，共 250 条').waitFor();
      await page.getByRole('combobox', { name: '排序' }).click();
      await page.locator('.ant-select-item-option', { hasText: '按原文顺序' }).click();
      await page.getByText('显示第 1–100 条，共 250 条').waitFor();
    }));

  it('is searched to its end, not only where it is shown', () =>
    inWindow(`${roster}?order=PRINTED`, async (page) => {
      await page.getByText('显示第 1–100 条，共 250 条').waitFor();
      // The last who is printed, whom no leaf shows yet.
      const last = '赵方明';
      expect(await page.getByRole('rowheader', { name: last }).count()).toBe(0);
      await page.getByRole('textbox', { name: '在整个名单中查找' }).fill(last);
      await page.getByText('查遍全部 250 条，找到 1 条').waitFor();
      expect(await page.getByRole('rowheader', { name: last }).count()).toBe(1);
    }));

  it('is taken along whole, though one leaf of it is shown', () =>
    inWindow(roster, async (page) => {
      await page.getByText('共 250 条').waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).click()]);
      const rows = readFileSync(await file.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(rows).toHaveLength(1 + guests);
      expect(new Set(rows.map((row) => row.split(',').at(-2))).size).toBe(1 + guests);
    }));

  it('is taken along whole and under its name, though nothing of it has come yet', () =>
    inWindow('/', async (page) => {
      let answer = () => {};
      const asked = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/graphql*', async (route) => {
        await asked;
        await route.continue();
      });
      await page.goto(dashboard.url + roster, { timeout: 30_000 });
      await page.getByRole('button', { name: 'CSV', exact: true }).click();
      const coming = page.waitForEvent('download');
      answer();
      const file = await coming;
      expect(
        readFileSync(await file.path(), 'utf8')
          .trim()
          .split('\r\n'),
      ).toHaveLength(1 + guests);
      expect(file.suggestedFilename()).toBe(`${await page.getByRole('heading', { level: 1 }).textContent()}.csv`);
    }));

  it('is printed whole, and shows a leaf again afterwards', () =>
    inWindow(roster, async (page) => {
      await page.getByText('共 250 条').waitFor();
      await page.evaluate("window.print = () => { window.printed = document.querySelectorAll('.rows tbody').length; }");
      await page.getByRole('button', { name: '打印' }).click();
      await expect.poll(() => page.evaluate('window.printed')).toBe(guests);
      await expect.poll(() => page.locator('.rows tbody').count()).toBe(100);
    }));

  it('is asked as a whole whether someone on a list of names is on it', () =>
    inWindow(`/attended?all=${hubEventId}&names=${encodeURIComponent('郎达明\n朴浩哲\n张三')}`, async (page) => {
      await page.getByText('找到 250 位').waitFor();
      // By pinyin the answer's first page ends before.
      expect(await page.getByRole('rowheader', { name: /郎达明.+/ }).count()).toBe(0);
      await page.getByRole('row', { name: '郎达明 已匹配 郎达明 符合' }).waitFor();
      await page.getByRole('row', { name: '朴浩哲 已匹配 朴浩哲 没有记录' }).waitFor();
      await page.getByRole('row', { name: '张三 未匹配' }).waitFor();
    }));

  it.each([
    ['', '带队', 'team leader'],
    ['/en', 'team leader', '带队'],
  ])('on paper, at "%s", has both languages and the lines of each document, and nothing is cut off', async (language, own, other) => {
    const { context, faults } = await openWindow(dashboard.browser, dashboard.url, sheet);
    try {
      const page = await context.newPage();
      await page.goto(`${dashboard.url}${language}/event/caca-guidelines-china-tour-yingkou-2025/roster`, { timeout: 30_000 });
      await page.locator('.rows tbody').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      const led = page.getByRole('row', { name: own }).filter({ hasText: other });
      expect(await led.getByText(other, { exact: true }).isVisible()).toBe(true);
      expect(await led.getByText(/^\[1\] .*293–315/).isVisible()).toBe(true);
      expect(await page.locator('.sources').getByText('(source:yishibao-caca-guidelines-tour-yingkou)').isVisible()).toBe(true);
      for (const box of ['html', '.wide']) expect(await page.locator(box).first().evaluate(overflowOf)).toBeLessThanOrEqual(0);
      await page.pdf({ path: `test-results/roster${language.replace('/', '-')}.pdf`, preferCSSPageSize: true });
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

/** By how much what is in a box is wider than the box. */
const overflowOf = (box: { scrollWidth: number; clientWidth: number }): number => box.scrollWidth - box.clientWidth;
