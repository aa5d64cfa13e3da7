/** Nothing that axe finds on any page, in light and dark, at a desk and on a phone; and nothing wider than the window. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGallery, type Gallery } from './gallery';
import { overhang } from './on-page';

const LOOKS = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 320 },
] as const;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 240_000);
afterAll(() => gallery.close());

test('every page in every state that it is shown in', async () => {
  const found: string[] = [];
  for (const look of LOOKS) {
    for (const view of gallery.views) {
      const where = `${view.name}, ${look.theme}, ${look.width} px`;
      const tab = await gallery.show({ ...view, path: `${view.path}${view.brief ?? ''}` }, look);
      found.push(...(await tab.violations()).map((violation) => `${where}: ${violation}`));
      found.push(...tab.complaints().map((complaint) => `${where}: ${complaint}`));
      if (tab.hasApp() && (await overhang(tab)) > 0) found.push(`${where}: is wider than its frame`);
      await tab.close();
    }
  }
  const states = gallery.views.length * LOOKS.length;
  process.stdout.write(`axe: ${found.length} violations on ${states} pages × states.\n`);
  expect(found).toEqual([]);
}, 400_000);
