/** A local site with its pages, and a browser that opens them: what browser tests share. */
import { gzipSync } from 'node:zlib';
import type { RunOnly } from 'axe-core';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { type Site, type SiteOptions, startSite } from '../../sandbox/site/site';
import { violations } from './axe';
import { launchChromium } from './chromium';

export interface Pages {
  readonly site: Site;
  /** Opens a tab for somebody; tabs of one person with one theme and size share their cookies. */
  readonly open: (path: string, viewing?: Viewing) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

/** Who opens a page, and how. */
export interface Viewing {
  /** Account id; the Jira admin by default. */
  readonly as?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** In the pseudo language: every letter that comes from the words of the app has a mark. */
  readonly isPseudo?: boolean;
}

export interface Tab {
  readonly page: Page;
  /** Inside the app's frame. */
  readonly app: FrameLocator;
  readonly goto: (path: string) => Promise<void>;
  /** Whether the page shows one of the app's. */
  readonly hasApp: () => boolean;
  /** What axe finds wrong, frame included, a line for each place. */
  readonly violations: (rules?: RunOnly) => Promise<readonly string[]>;
  /** What the browser complained about so far: errors of scripts and of the content policy. */
  readonly complaints: () => readonly string[];
  /** Resolvers that the app's page called so far, with what it sent. */
  readonly calls: () => readonly string[];
  /** Everything that the app and Jira answered to the app's page so far. */
  readonly answers: () => Promise<readonly unknown[]>;
  /** Of the scripts of the app's page so far, compressed as a server of files would; for a tab that stays on a page. */
  readonly scriptBytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts both; whoever does closes them. */
export async function openPages(options: SiteOptions = {}): Promise<Pages> {
  const [site, browser] = await Promise.all([startSite({ pages: true, ...options }), launchChromium()]);
  const contexts = new Map<string, Promise<BrowserContext>>();
  const bytesOf = scriptSizes();
  const contextOf = (viewing: Viewing) => {
    const key = JSON.stringify(viewing, Object.keys(viewing).sort());
    const context = contexts.get(key) ?? newContext(browser, site, viewing);
    contexts.set(key, context);
    return context;
  };
  return {
    site,
    async open(path, viewing = {}) {
      const tab = tabOf(site, await (await contextOf(viewing)).newPage(), bytesOf);
      await tab.goto(path);
      return tab;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function newContext(
  browser: Browser,
  site: Site,
  { as = JIRA_ADMIN, theme = 'light', width = 1280, height = 900, isPseudo = false }: Viewing,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'en-US',
  });
  await context.addCookies([
    { name: 'shell-user', value: encodeURIComponent(as), url: site.url },
    { name: 'shell-theme', value: theme, url: site.url },
  ]);
  if (isPseudo) {
    await context.addInitScript("localStorage.setItem('well-architected:language', '\"en-XA\"')");
  }
  return context;
}

function tabOf(site: Site, page: Page, bytesOf: (address: string) => Promise<number>): Tab {
  const complaints: string[] = [];
  const calls: string[] = [];
  const scripts: string[] = [];
  const answers: Promise<unknown>[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/forge/bridge/invoke')) return;
    const { functionKey, payload } = request.postDataJSON() as { functionKey: string; payload: unknown };
    calls.push(`${functionKey} ${JSON.stringify(payload)}`);
  });
  page.on('response', (response) => {
    if (response.url().includes('/forge/bridge/')) answers.push(response.json().catch(() => undefined));
    if (/\/forge\/pages\/.*\.js$/.test(response.url())) scripts.push(response.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.setDefaultTimeout(20_000);
  return {
    page,
    app: page.frameLocator('iframe.forge-page'),
    hasApp: () => page.frames().length > 1,
    async goto(path) {
      await page.goto(`${site.url}${path}`);
    },
    violations: (rules) => violations(page, rules),
    complaints: () => complaints,
    calls: () => calls,
    answers: () => Promise.all(answers),
    scriptBytes: async () => (await Promise.all(scripts.map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0),
    close: () => page.close(),
  };
}

/** By address; fetched and compressed once for all tabs, since the name of a script says its content. */
function scriptSizes(): (address: string) => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  async function measure(address: string): Promise<number> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return gzipSync(await response.arrayBuffer()).length;
  }
  return (address) => {
    const size = sizes.get(address) ?? measure(address);
    sizes.set(address, size);
    return size;
  };
}
