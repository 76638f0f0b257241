import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { tellFailure } from './tell-failure.ts';

const timeout = 30_000;
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  // No name but ours resolves: what the pages need, our server gives.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** The Chromium of this machine, if it has one. */
export const chromiumPath = process.env.CHROMIUM_PATH || findChromium();

function findChromium(): string | undefined {
  return spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

if (!chromiumPath)
  console.warn(
    '\n!!! THE BROWSER TESTS DID NOT RUN: no Chromium was found.\n' +
      '!!! Install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to the program.\n',
  );

/** Starts Chromium without a network; the caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: flags, timeout });

/** A window of its own, with nothing remembered, and what went wrong in it. */
export interface Watched {
  readonly context: BrowserContext;
  /** Errors of the console, which violations of the content security policy are among, and requests to anywhere but the server. */
  readonly faults: string[];
}

/** Opens a window of a size; the caller closes it. */
export async function openWindow(browser: Browser, origin: string, viewport: { width: number; height: number }): Promise<Watched> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(timeout);
  const faults: string[] = [];
  tellFailure(context, faults);
  context.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error()}`));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A reload drops what is still on its way.
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${why}`);
  });
  context.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  context.on('request', (request) => isOurs(request.url(), origin) || faults.push(`left: ${request.url()}`));
  return { context, faults };
}

/** What a page makes up itself (data:, blob:) is no request over the network. */
const isOurs = (url: string, origin: string): boolean => /^(data|blob):/.test(url) || new URL(url).origin === origin;
