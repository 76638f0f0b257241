import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoredOperations } from '../../src/server/stored-operations.ts';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';
import { serveGraph } from '../support/serve-graph.ts';

const desk = { width: 1366, height: 768 };
const mostFirstLoad = 400_000;

describe.skipIf(!chromiumPath)('the dashboard in a browser without a network', () => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard();
  }, 240_000);
  afterAll(() => dashboard?.close());

  const inWindow: OpenDashboard['inWindow'] = (...visit) => dashboard.inWindow(...visit);

  it('shows what is recorded, and each figure opens its rows', () =>
    inWindow('/', async (page) => {
      await page.getByRole('link', { name: '7 协议' }).click();
      await page.getByText('共 7 条').waitFor();
      expect(await page.title()).toBe('协议 · 肿瘤知识图谱');
      await page.goBack();
      await page.getByRole('heading', { name: '最近的活动' }).waitFor();
      expect(await page.getByRole('link', { name: 'CACA指南中国行（营口站）', exact: true }).count()).toBe(1);
    }));

  it('finds a person by initials and opens the lines that say what he did, by keyboard alone', () =>
    inWindow('/', async (page) => {
      const box = page.getByRole('combobox', { name: '检索' });
      await box.focus();
      await page.keyboard.type('phz');
      await page.getByText('首字母: phz').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '朴浩哲', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/person/piao-haozhe');

      const led = page.locator('.fact', { hasText: '带队' });
      await led.getByRole('button').focus();
      await page.keyboard.press('Enter');
      const drawer = page.getByRole('dialog');
      await drawer.getByText('第293–315行').waitFor();
      await drawer.getByText('未附文献副本').waitFor();
      const { violations } = await new AxeBuilder({ page }).include('.ant-drawer').analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
      expect(new URL(page.url()).searchParams.get('evidence')).toMatch(/^\w{24}$/);
      await page.goBack();
      await drawer.waitFor({ state: 'detached' });
    }));

  it('asks by the hashes of its questions alone, also where nothing else is answered', async () => {
    const served = await serveGraph(dashboard.database, { GRAPH_ONLY_STORED_OPERATIONS: 'on' }, readStoredOperations());
    const { context, faults } = await openWindow(dashboard.browser, served.url, desk);
    try {
      const page = await context.newPage();
      const asked: unknown[] = [];
      page.on('request', (request) => request.url().endsWith('/graphql') && asked.push(Object.keys(request.postDataJSON())));
      await page.goto(`${served.url}/person/xue-jing`, { timeout: 30_000 });
      await page.locator('.fact').first().waitFor();
      expect(asked.length).toBeGreaterThan(1);
      expect(asked).toEqual(asked.map(() => ['documentId', 'operationName', 'variables']));
      expect(faults).toEqual([]);
    } finally {
      await context.close();
      await served.stop();
    }
  });

  it('goes to all hits with Enter, grouped by kind with what matched', () =>
    inWindow('/en/', async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).fill('fan daiming');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Search: “fan daiming”' }).waitFor();
      await page.getByRole('link', { name: 'Fan Daiming' }).click();
      await page.getByRole('heading', { name: 'Fan Daiming', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/en/person/fan-daiming');
      await page.getByRole('link', { name: '中文' }).click();
      await page.getByRole('heading', { name: '樊代明', level: 1 }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    }));

  it('shows the question behind a page in GraphiQL, ready to run', () =>
    inWindow('/person/xue-jing', async (page) => {
      await page.getByRole('button', { name: '查看查询' }).click();
      await page.getByRole('link', { name: '在 GraphiQL 中打开' }).click();
      // A click before the editors are there does nothing, and says nothing.
      for (const editor of ['.graphiql-query-editor', '.graphiql-response']) await page.locator(`${editor} .monaco-editor`).waitFor();
      await page.getByRole('button', { name: /^Execute query/ }).click();
      await page.locator('.graphiql-response').getByText('薛静').first().waitFor();
    }));

  it('says so where there is no such entry and no such page', () =>
    inWindow('/person/nobody', async (page) => {
      await page.getByRole('heading', { name: '图谱中没有这个条目' }).waitFor();
      await page.goto(`${dashboard.url}/no/where/at/all`, { timeout: 30_000 });
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    }));

  it('says what failed, and asks again on demand', async () => {
    const { context } = await openWindow(dashboard.browser, dashboard.url, desk);
    try {
      const page = await context.newPage();
      let broken = true;
      await page.route('**/graphql', (route) => (broken ? route.abort() : route.continue()));
      await page.goto(`${dashboard.url}/person/xue-jing`, { timeout: 30_000 });
      await page.getByText('无法连接服务').waitFor();
      broken = false;
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByRole('heading', { name: '薛静', level: 1 }).waitFor();
    } finally {
      await context.close();
    }
  });

  it('asks also where the browser takes itself to be offline', () =>
    inWindow('/person/xue-jing', async (page) => {
      await page.getByRole('heading', { name: '薛静', level: 1 }).waitFor();
      await page.evaluate("window.dispatchEvent(new Event('offline'))");
      await page.locator('.brand').click();
      await page.locator('.figures').waitFor();
    }));

  it('waits its turn where it asks more at once than one client may', async () => {
    const strict = await serveGraph(dashboard.database, { GRAPH_CLIENT_RUNNING: '1' }, readStoredOperations());
    const { context } = await openWindow(dashboard.browser, strict.url, desk);
    try {
      const page = await context.newPage();
      let refused = 0;
      page.on('response', (response) => (refused += Number(response.status() === 429)));
      await page.goto(`${strict.url}/event/cchio-2024-science-popularisation-congress`);
      await page.locator('.fact').first().waitFor();
      await expect.poll(() => page.getByRole('status').count()).toBe(0);
      expect(refused).toBeGreaterThan(0);
      expect(await page.getByRole('alert').count()).toBe(0);
    } finally {
      await context.close();
      await strict.stop();
    }
  });

  it('asks once more where all it asked for came too late', () =>
    inWindow('/series/same-day-walk-together', async (page) => {
      let late = 0;
      await page.route('**/graphql', async (route) => {
        if (late > 0 || route.request().postDataJSON().operationName !== 'EventFigures') return route.continue();
        late += 1;
        const errors = [{ message: 'too late', extensions: { code: 'TIMEOUT' } }];
        await route.fulfill({ json: { data: { overview: null }, errors } });
      });
      await page.reload();
      await page.locator('.edition-figures a').first().waitFor();
      expect(late).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
    }));

  it('asks for a token where the graph is private, again for a bad one, and answers once it has a good one', async () => {
    const served = await serveGraph(dashboard.database, { ...jwtSettings, GRAPH_ACCESS: 'private' }, readStoredOperations());
    const { context } = await openWindow(dashboard.browser, served.url, desk);
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}/person/xue-jing`, { timeout: 30_000 });
      const use = async (token: string) => {
        await page.getByRole('textbox', { name: '令牌（JWT）' }).fill(token);
        const answered = page.waitForResponse(`${served.url}/graphql`);
        await page.getByRole('button', { name: '使用此令牌' }).click();
        await answered;
      };
      await page.getByText('此图谱需要令牌才能读取').waitFor();
      await use('not.a.token');
      await page.getByText('此图谱需要令牌才能读取').waitFor();
      await use(await tokenOf('reader'));
      await page.getByRole('heading', { name: '薛静', level: 1 }).waitFor();
      await page.locator('.fact').first().waitFor();
    } finally {
      await context.close();
      await served.stop();
    }
  });

  it('needs at most 400 kB for its first page', async () => {
    const { context } = await openWindow(dashboard.browser, dashboard.url, desk);
    try {
      const page = await context.newPage();
      const sizes: number[] = [];
      page.on('requestfinished', async (request) => sizes.push((await request.sizes()).responseBodySize));
      await page.goto(dashboard.url, { waitUntil: 'networkidle', timeout: 30_000 });
      const total = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`first load: ${(total / 1000).toFixed(0)} kB in ${sizes.length} answers`);
      expect(sizes.length).toBeGreaterThan(3);
      expect(total).toBeLessThanOrEqual(mostFirstLoad);
    } finally {
      await context.close();
    }
  });
});
