/** `npm run pictures`: the pictures of the README and the guide, in light and dark, into `docs/pictures/`. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openGallery } from './gallery';
import { takeRun, THEMES } from './run-pictures';

const FOLDER = path.join(__dirname, '../../docs/pictures');

/** Those that the docs show. */
const SHOWN = new Set([
  'overview',
  'preview',
  'result',
  'triage',
  'compared',
  'connect',
  'checks',
  'settings',
  'project-settings',
  'issue',
  'board',
  'aws-question',
  'admin',
]);
const HEIGHT = 860;
/** Charts measure their width once they are drawn. */
const SETTLED_MS = 500;

async function main(): Promise<void> {
  const gallery = await openGallery();
  for (const view of gallery.views.filter(({ name }) => SHOWN.has(name))) {
    for (const theme of THEMES) {
      const tab = await gallery.show(view, { theme, width: 1280, height: HEIGHT });
      await take(tab.page, `${view.name}-${theme}`);
      await tab.close();
    }
  }
  await gallery.close();
  await takeRun(HEIGHT, take);
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(SETTLED_MS);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(path.relative(process.cwd(), file));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
