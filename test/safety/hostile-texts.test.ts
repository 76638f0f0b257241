import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { chromiumPath } from '../support/browser.ts';
import { changedFile } from '../support/changed-file.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type OpenDashboard, openDashboard } from '../support/open-dashboard.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const forum = testFile('spring-forum.yaml');

describe('V18: a source file', () => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyGraph();
  });
  afterAll(() => database.close());

  it.each<[string, [string | RegExp, string], RegExp]>([
    ['an address', ['language: zh', 'language: zh\n  url: "javascript:alert(1)"'], /:\d+: .*"?url"?/],
    ['an id that is an address', [/source:spring-forum-report/, '"javascript:alert(1)"'], /:\d+: .*must be an id/],
    ['an entity whose id is an address', [/person:li-ming/, '"javascript:alert(1)"'], /:\d+: entities\.javascript:alert\(1\): Invalid key/],
  ])('with %s is refused', async (_what, edit, message) => {
    await expect(importFiles(database, [await changedFile(forum, edit)])).rejects.toThrow(message);
    noteSafety('V18', { status: 'exit 3', note: 'no entry, and nothing in one, is an address' });
  });
});

if (!chromiumPath) it('V18: pages are not looked at', ({ skip }) => skip('no Chromium was found for the pages'));

describe.skipIf(!chromiumPath)('V18: hostile texts', () => {
  const texts = {
    source: 'javascript:window.hostile=1//source',
    holder: 'javascript:window.hostile=1',
    expert: '<img src=x onerror=window.hostile=1>',
    title: '<script>window.hostile=1</script>',
    role: '=HYPERLINK("javascript:window.hostile=1","主持")',
  };
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    const written = (text: string) => JSON.stringify(text);
    const hostile = await changedFile(
      forum,
      ['春季论坛报道', written(texts.source)],
      [/单晓月/g, written(texts.holder)],
      [/李明/g, written(texts.expert)],
      [/会长/g, written(texts.title)],
      [/主持/g, written(texts.role)],
    );
    dashboard = await openDashboard([hostile]);
  }, 240_000);
  afterAll(() => dashboard?.close());

  it.each<[string, readonly (keyof typeof texts)[]]>([
    ['/person/shan-xiaoyue', ['holder', 'title']],
    ['/person/li-ming', ['expert']],
    ['/event/spring-forum/roster', ['holder', 'title']],
    ['/organisation/test-association', ['holder', 'title']],
    ['/source/spring-forum-report', ['source', 'holder', 'expert']],
    ['/timeline?of=person:shan-xiaoyue', ['holder', 'title']],
    [`/search?q=${encodeURIComponent(texts.expert)}`, ['expert']],
  ])('are text on %s, and lead nowhere', (path, shown) =>
    dashboard.inWindow(path, async (page) => {
      for (const name of shown) await page.getByText(texts[name]).first().waitFor({ state: 'attached' });
      const addresses: string[] = await page.evaluate(
        `[...document.querySelectorAll('[href], [src], [action]')].flatMap((element) => ['href', 'src', 'action'].flatMap((name) => element.getAttribute(name) ?? []))`,
      );
      const elsewhere = addresses.filter((address) => new URL(address, dashboard.url).origin !== dashboard.url);
      // The icon, which is none.
      const outward = elsewhere.filter((address) => address !== 'data:,');
      noteSafety('V18', { note: `${path.split('?')[0]}: ${addresses.length} addresses, ${outward.length} of them elsewhere` });
      expect(outward).toEqual([]);
      expect(await page.evaluate('[document.images.length, "hostile" in window]')).toEqual([0, false]);
    }),
  );
});
