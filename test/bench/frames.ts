import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { chromiumPath, openWindow } from '../support/browser.ts';
import { madeUpNetwork } from '../support/made-up-network.ts';
import { openDashboard } from '../support/open-dashboard.ts';
import { percentile } from '../support/percentile.ts';

const size = 2000;
const ties = 4000;
const desk = { width: 1366, height: 768 };

it.skipIf(!chromiumPath)('prints how long a frame takes while a large network moves', async () => {
  const dashboard = await openDashboard();
  const { context } = await openWindow(dashboard.browser, dashboard.url, desk);
  const page = await context.newPage();
  await page.route('**/graphql', (route) =>
    route.request().postDataJSON().operationName === 'NetworkOf'
      ? route.fulfill({ json: { data: { network: madeUpNetwork(size, ties) } } })
      : route.continue(),
  );
  await page.goto(`${dashboard.url}/network?of=series:caca-guidelines-china-tour&most=${size}`, { timeout: 60_000 });
  await page.locator('.network-ground canvas').first().waitFor();
  const box = (await page.locator('.network-ground').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const rows = [await during(page, 'laid out by the worker', () => page.waitForTimeout(8000))];
  await page.waitForTimeout(15_000);
  rows.push(await during(page, 'at rest', () => page.waitForTimeout(2000)));
  rows.push(await during(page, 'pointed at', () => wander(page, x, y)));
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  rows.push(await during(page, 'moved', () => wander(page, x, y)));
  await page.mouse.up();
  await page.mouse.move(x, y);
  rows.push(await during(page, 'zoomed', () => turnWheel(page)));
  const graphics = await page.evaluate(renderer);
  await context.close();
  await dashboard.close();
  console.log(
    [
      `${size} nodes, ${ties} ties at ${desk.width} × ${desk.height}; Chromium ${dashboard.browser.version()}, ${graphics}`,
      '',
      '| while it is | frames | median ms | 95 % ms | longest ms |',
      '|---|---:|---:|---:|---:|',
      ...rows,
    ].join('\n'),
  );
});

/** The frames of a page while something is done in it. Shape: a row of the table. */
async function during(page: Page, what: string, act: () => Promise<void>): Promise<string> {
  await page.evaluate(startFrames);
  await act();
  const times = await page.evaluate<number[]>('stopFrames()');
  const figures = [percentile(times, 50), percentile(times, 95), Math.max(...times)].map((ms) => ms.toFixed(1));
  return `| ${[what, times.length, ...figures].join(' | ')} |`;
}

const startFrames = `{
  const times = [];
  let last = performance.now();
  let goesOn = true;
  const tick = (now) => {
    times.push(now - last);
    last = now;
    if (goesOn) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.stopFrames = () => {
    goesOn = false;
    // The first one began before.
    return times.slice(1);
  };
}`;

/** Moves the mouse in circles. */
async function wander(page: Page, x: number, y: number): Promise<void> {
  for (let step = 0; step < 180; step += 1) {
    const angle = (step * Math.PI) / 30;
    await page.mouse.move(x + (60 + step) * Math.cos(angle), y + (40 + step / 2) * Math.sin(angle));
  }
}

async function turnWheel(page: Page): Promise<void> {
  for (let turn = 0; turn < 24; turn += 1) {
    await page.mouse.wheel(0, turn < 12 ? -120 : 120);
    await page.waitForTimeout(120);
  }
}

const renderer = `{
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'renderer not told';
}`;
