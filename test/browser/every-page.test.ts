/**
 * What holds for every page in every state that it is shown in: nothing that axe or the browser complains of, in
 * light and dark; nothing wider than the window, also on a phone; little to load; and nothing asked for twice.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ALL, COLOURS } from './axe';
import { openGallery, type Gallery, type View } from './gallery';
import { overhang } from './on-page';
import type { Tab } from './pages';

const THEMES = ['light', 'dark'] as const;

/** Of a phone; in it the same elements stand below each other: tests of single pages have axe examine that too. */
const NARROW = { width: 320, height: 900 };

/** Of script, compressed: everything that was loaded until the page was drawn. */
const MOST_BYTES = 300_000;

/** What is news: a run is asked for until it has ended, and what its start and its end have changed is asked for anew. */
const NEWS = /^(?:sync\.run|workload\.linked) /;

let gallery: Gallery;
let heaviest = 0;
beforeAll(async () => {
  gallery = await openGallery();
}, 240_000);
afterAll(() => gallery.close());

test('every page in every state', async () => {
  const found: string[] = [];
  // View by view, because what a tab starts is news to one that shows another part of the project.
  for (const view of gallery.views) {
    found.push(...(await Promise.all(THEMES.map((theme) => complaintsOf(view, theme)))).flat());
  }
  process.stdout.write(
    `axe: ${found.length} complaints on ${gallery.views.length * THEMES.length} pages × states; ` +
      `at most ${Math.round(heaviest / 1000)} kB of script until a page is drawn.\n`,
  );
  for (const complaint of found) process.stdout.write(`${complaint}\n`);
  expect(found).toEqual([]);
}, 400_000);

async function complaintsOf(view: View, theme: (typeof THEMES)[number]): Promise<readonly string[]> {
  const tab = await gallery.show({ ...view, path: `${view.path}${view.brief ?? ''}` }, { theme });
  // What a page is made of is the same in the dark.
  const complaints = [...(await loadOf(tab)), ...(await tab.violations(theme === 'dark' ? COLOURS : ALL))];
  await tab.page.setViewportSize(NARROW);
  if (tab.hasApp() && (await overhang(tab)) > 0) complaints.push('is wider than its frame on a phone');
  complaints.push(...tab.complaints());
  await tab.close();
  return complaints.map((complaint) => `${view.name}, ${theme}: ${complaint}`);
}

async function loadOf(tab: Tab): Promise<readonly string[]> {
  const bytes = await tab.scriptBytes();
  heaviest = Math.max(heaviest, bytes);
  const calls = tab.calls();
  const hasRun = calls.some((call) => call.startsWith('sync.start'));
  const facts = hasRun ? calls.filter((call) => !NEWS.test(call)) : calls;
  const twice = facts.filter((call, nth) => facts.indexOf(call) !== nth);
  return [
    ...(bytes > MOST_BYTES ? [`loads ${bytes} bytes of script`] : []),
    ...twice.map((call) => `asks twice for ${call}`),
  ];
}
