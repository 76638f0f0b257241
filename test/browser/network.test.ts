import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const tour = '/network?of=series%3Acaca-guidelines-china-tour';

describe.skipIf(!chromiumPath)('the network page', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  it('draws who met whom, says how much is shown and hidden, and lists the same in tables', () =>
    inWindow(tour, async (page) => {
      await page.getByText('图中 14 个节点').waitFor();
      await page.getByText('另有 0 个节点、0 条关系未显示').waitFor();
      expect(await page.locator('.network-ground canvas').count()).toBeGreaterThan(3);
      expect(await page.getByRole('list', { name: '图例：社群' }).getByText('第 1 群').count()).toBe(1);
      await page.screenshot({ path: 'test-results/network.png', fullPage: true });
    }));

  it('marks one in the picture and lists their ties alone, which the address keeps; a tie opens its lines', () =>
    inWindow(tour, async (page) => {
      await page.getByRole('button', { name: '在图中突出 薛静' }).click();
      await page.getByRole('heading', { name: '薛静的关系' }).waitFor();
      expect(new URL(page.url()).searchParams.get('picked')).toBe('person:xue-jing');
      await page.reload();
      await page.getByRole('heading', { name: '薛静的关系' }).waitFor();
      await page
        .getByRole('button', { name: /^查看依据/ })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByText(/第\d+–\d+行/)
        .first()
        .waitFor();
    }));

  it('takes fewer where fewer are wanted, and counts the others', () =>
    inWindow(`${tour}&most=5`, async (page) => {
      await page.getByText('图中 5 个节点').waitFor();
      await page.getByText('另有 9 个节点').waitFor();
    }));

  it('is taken along as PNG, SVG, GEXF and GraphML, which are whole', () =>
    inWindow(tour, async (page) => {
      const save = async (format: string) => {
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format, exact: true }).click()]);
        expect(file.suggestedFilename()).toBe(`CACA指南中国行：关系网络.${format.toLowerCase()}`);
        return readFileSync(await file.path());
      };
      expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
      const counts = { SVG: 'circle', GEXF: 'node', GRAPHML: 'node' };
      for (const [format, element] of Object.entries(counts)) {
        const text = (await save(format)).toString('utf8');
        expect(await page.evaluate(countIn, { text, element })).toEqual({ wrong: 0, elements: 14 });
      }
    }));

  it('shows where to begin while nobody is chosen', () =>
    inWindow('/en/network', async (page) => {
      await page
        .getByRole('link', { name: /CACA Guidelines/ })
        .first()
        .click();
      await page.getByText('14 nodes').waitFor();
    }));
});

/** What of a browser this file uses inside the page. */
declare const DOMParser: new () => {
  parseFromString(text: string, type: string): { getElementsByTagName(name: string): { length: number } };
};

/** Reads XML as the browser does. */
const countIn = ({ text, element }: { text: string; element: string }) => {
  const read = new DOMParser().parseFromString(text, 'application/xml');
  return { wrong: read.getElementsByTagName('parsererror').length, elements: read.getElementsByTagName(element).length };
};
