import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { chromiumPath, openWindow, type Watched } from '../support/browser.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';

/** Every page, with what shows that it is there. */
const pages = [
  { path: '/', ready: '.figures' },
  { path: '/search?q=caca', ready: '.plain a' },
  { path: '/list/facts', ready: '.fact' },
  { path: '/list/events', ready: '.plain a' },
  { path: '/person/piao-haozhe', ready: '.fact' },
  { path: '/event/cchio-2024-science-popularisation-congress', ready: '.rows' },
  { path: '/event/caca-guidelines-china-tour-yingkou-2025/roster', ready: '.rows' },
  { path: '/organisation/china-anti-cancer-association', ready: '.fact' },
  { path: `/attended?all=${congress}&none=${yingkou}&names=${encodeURIComponent('朴浩哲\n张三')}`, ready: '.rows' },
  { path: '/connections?from=person:fan-daiming&to=person:xue-jing', ready: '.path' },
  { path: '/network?of=series%3Acaca-guidelines-china-tour', ready: '.network-ground canvas' },
  { path: '/partnerships?organisation=organisation:china-anti-cancer-association&on=2025-01-01', ready: '.matrix' },
  { path: '/source/yishibao-caca-guidelines-tour-yingkou?line=293', ready: '.line.wanted' },
  { path: '/timeline?of=person:piao-haozhe&of=person:xue-jing', ready: '.fact' },
  { path: '/timeline', ready: '.chart svg' },
  { path: '/places?province=21', ready: '.plain a' },
  { path: '/series/same-day-walk-together', ready: '.edition-figures a' },
  { path: '/work/fengsheng-facing-cancer', ready: '.plain a' },
  { path: '/agreement/caca-dazhong-yixue-jingpin-column-2024', ready: '.head' },
  { path: '/no/such/page', ready: 'h1' },
];
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;
const cases = pages.flatMap((page) => ['', '/en'].map((language) => ({ ...page, path: `${language}${page.path}` })));

describe.skipIf(!chromiumPath)('every page of the dashboard', () => {
  let dashboard: OpenDashboard;
  // One for all pages: what each needs is fetched and compiled once.
  let window: Watched;
  beforeAll(async () => {
    dashboard = await openDashboard();
    window = await openWindow(dashboard.browser, dashboard.url, sizes[0]);
  }, 240_000);
  afterAll(() => dashboard?.close());

  // Several windows at a time: a page waits for the service and for its own painting more than it works.
  it.concurrent.for(cases)(
    '$path has no serious fault of accessibility, and nothing wider than the window',
    async ({ path, ready }, { expect }) => {
      const { context, faults } = window;
      const page = await context.newPage();
      try {
        await page.goto(`${dashboard.url}${path}`, { timeout: 30_000 });
        await page
          .locator(ready)
          .first()
          .waitFor()
          // What stands there instead tells why.
          .catch(async (cause) => Promise.reject(new Error([...faults, await page.locator('main').textContent()].join('\n'), { cause })));
        // What passes is not written down: that took longer than looking.
        const { violations } = await new AxeBuilder({ page })
          // Of hundreds of lines made alike, forty and the one that is wanted stand for all.
          .exclude('.line:not(.wanted):nth-child(n + 41)')
          .options({ resultTypes: ['violations'], preload: false })
          .analyze();
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        for (const size of sizes) {
          await page.setViewportSize(size);
          // What is drawn on a canvas follows the window a frame later.
          await expect
            .poll(() => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
            .toBeLessThanOrEqual(0);
          await page.screenshot({ path: `test-results/page${path.replace(/\W+/g, '-').slice(0, 60)}-${size.width}.png`, timeout: 15_000 });
        }
        expect(faults.splice(0)).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});
