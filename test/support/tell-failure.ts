import type { BrowserContext, Page, Response } from 'playwright-core';
import { onTestFailed, TestRunner } from 'vitest';

const longest = 1500;

/** Tells, where the test of a window fails, what went wrong in it, what it was answered and what stood in it last: that something is not there does not say why. */
export function tellFailure(context: BrowserContext, faults: readonly string[]): void {
  // A window that serves many tests belongs to none.
  if (!TestRunner.getCurrentTest()) return;
  const seen: string[] = [];
  const begun = performance.now();
  const note = (text: string) => seen.push(`${((performance.now() - begun) / 1000).toFixed(1)} s ${text}`);
  context.on('response', (response) => void lineOf(response).then(note));
  const close = context.close.bind(context);
  // Afterwards there is nothing left to look at.
  context.close = async (options) => {
    for (const page of context.pages()) note(await textOf(page));
    await close(options);
  };
  onTestFailed(() => console.log([...faults, ...seen].join('\n')));
}

async function lineOf(response: Response): Promise<string> {
  const line = `${response.status()} ${response.url()}`;
  if (!response.url().endsWith('/graphql')) return line;
  const name = response.request().postDataJSON()?.operationName;
  // Of an answer that a reload dropped there is no body.
  const text = await response.text().catch(String);
  return `${line} ${name}${text.startsWith('{"data":') ? '' : ` ${text.slice(0, longest)}`}`;
}

async function textOf(page: Page): Promise<string> {
  const text = await page.evaluate('document.body.innerText').catch(String);
  return `${page.url()} shows:\n${String(text).slice(0, longest)}`;
}
