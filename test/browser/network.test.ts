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

  it('is taken along as PNG, SVG, GEXF and GraphML, which say what the tables say', () =>
    inWindow(tour, async (page) => {
      const save = async (format: string) => {
        const button = page.getByRole('button', { name: format, exact: true }).first();
        const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
        return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
      };
      const named = (await save('PNG')).name;
      expect(named).toBe('CACA指南中国行：关系网络.png');
      expect((await save('PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
      const read = async (format: string) => page.evaluate(readXml, (await save(format)).bytes.toString('utf8'));
      expect((await read('SVG')).circles).toBe(14);

      // The table of ties as it is exported: who, whom, weight.
      const table = (await save('CSV')).bytes
        .toString('utf8')
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(','));
      const ties = table.map(([a = '', b = '', weight]) => [...[a, b].sort(), Number(weight)].join(' ')).sort();
      expect(ties.length).toBeGreaterThan(80);
      for (const format of ['GEXF', 'GRAPHML']) {
        const graph = await read(format);
        expect(graph.wrong).toBe(0);
        const labels = new Map(graph.nodes);
        expect(labels.size).toBe(14);
        expect(labels.get('person:piao-haozhe')).toBe('朴浩哲');
        const edges = graph.edges.map(([a = '', b = '', weight]) =>
          [labels.get(a), labels.get(b)]
            .sort()
            .concat(String(Number(weight)))
            .join(' '),
        );
        expect(edges.sort()).toEqual(ties);
      }
    }));

  it('takes several events, or several people, into one picture, and says whose network it is', () =>
    inWindow('/network', async (page) => {
      const choose = async (label: string, text: string, name: string) => {
        await page.getByRole('combobox', { name: label }).click();
        await page.keyboard.type(text);
        await page.locator('.ant-select-item-option', { hasText: name }).first().click();
      };
      await choose('人物、机构、活动或系列活动', '科普大会', '2024 CCHIO科普大会');
      await page.getByText('参加所选 1 场活动的人物与机构').waitFor();
      await choose('再加一个', '营口站', 'CACA指南中国行（营口站）');
      await page.getByText('参加所选 2 场活动的人物与机构').waitFor();
      await page.getByText('图中 28 个节点').waitFor();
      expect(new URL(page.url()).searchParams.getAll('of')).toHaveLength(2);
      await page.getByRole('button', { name: '去掉 2024 CCHIO科普大会' }).click();
      await page.getByText('图中 14 个节点').waitFor();

      await page.goto(`${dashboard.url}/network?of=person:piao-haozhe&of=person:xue-jing&weighting=COUNT`, { timeout: 30_000 });
      await page.getByText('所选的 2 个人物与机构之间').waitFor();
      await page.getByText('图中 2 个节点、1 条关系').waitFor();
      expect(await page.getByRole('row', { name: /^(朴浩哲 薛静|薛静 朴浩哲) 1 1 / }).count()).toBe(1);
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

interface Element {
  getAttribute(name: string): string | null;
  querySelector(selector: string): { textContent: string } | null;
}

/** What of a browser this file uses inside the page. */
declare const DOMParser: new () => {
  parseFromString(text: string, type: string): { querySelectorAll(selector: string): Iterable<Element> };
};

/** Reads a picture or a graph as the browser reads XML: nodes with their labels, edges with their ends and weight. */
const readXml = (text: string) => {
  const read = new DOMParser().parseFromString(text, 'application/xml');
  const all = (selector: string) => [...read.querySelectorAll(selector)];
  const datum = (element: Element, name: string) =>
    element.getAttribute(name) ?? element.querySelector(`data[key="${name}"]`)?.textContent ?? '';
  return {
    wrong: all('parsererror').length,
    circles: all('circle').length,
    nodes: all('node').map((node): [string, string] => [node.getAttribute('id') ?? '', datum(node, 'label')]),
    edges: all('edge').map((edge) => [datum(edge, 'source'), datum(edge, 'target'), datum(edge, 'weight')]),
  };
};
