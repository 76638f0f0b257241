import type { Locator, Page } from 'playwright-core';

const most = 300;

/** Goes on by Tab until the focus is where it is wanted. Errors: where it cannot be reached so, or does not show on the way. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(isSeen)))
      throw new Error(`no focus is to be seen on ${await page.evaluate('document.activeElement.outerHTML')}`);
    if ((await wanted.count()) === 1 && (await hasFocus(wanted))) return;
  }
  throw new Error(`${wanted} is not reached by ${most} times Tab`);
}

/** Whether something has the focus. */
export const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));

/** Whether what has the focus looks so: by an outline or a shadow, its own or of the box it fills. */
const isSeen = `(() => {
  let box = document.activeElement;
  if (box === document.body) return true;
  for (let up = 0; box && up < 4; up += 1, box = box.parentElement) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
    if ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none') return true;
  }
  return false;
})()`;
