/** Nothing that axe finds on any page, in light and dark, at a desk and on a phone; and nothing wider than the window. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGallery, type Gallery } from './gallery';
import { overhang } from './on-page';

/** On a phone the same elements stand below each other: tests of single pages have axe look at that too. */
const LOOKS = [
  { theme: 'light', width: 1280, axe: true },
  { theme: 'dark', width: 1280, axe: true },
  { theme: 'light', width: 320, axe: false },
] as const;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 240_000);
afterAll(() => gallery.close());

test('every page in every state that it is shown in', async () => {
  const found = (await Promise.all(LOOKS.map(lookAtAll))).flat();
  const looks = LOOKS.filter(({ axe }) => axe).length;
  const states = gallery.views.length * looks;
  process.stdout.write(`axe and the browser: ${found.length} complaints on ${states} pages × states.\n`);
  expect(found).toEqual([]);
}, 400_000);

async function lookAtAll(look: (typeof LOOKS)[number]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const view of gallery.views) {
    const where = `${view.name}, ${look.theme}, ${look.width} px`;
    const tab = await gallery.show({ ...view, path: `${view.path}${view.brief ?? ''}` }, look);
    const violations = look.axe ? await tab.violations() : [];
    found.push(...[...violations, ...tab.complaints()].map((complaint) => `${where}: ${complaint}`));
    if (tab.hasApp() && (await overhang(tab)) > 0) found.push(`${where}: is wider than its frame`);
    await tab.close();
  }
  return found;
}
