/**
 * No word on the pages is left in code: in the pseudo language every letter that comes from `words/` has a mark, and
 * what has none must be data, that is a text which the app or Jira answered to this very page.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { frameworkLens } from '../../sandbox/aws';
import { REGION_NAMES } from '../../static/app/src/features/connections/regions';
import { FRAMEWORK } from '../../static/app/src/features/settings/framework';
import { openGallery, type Gallery, type View } from './gallery';
import type { Tab } from './pages';

/** Names that AWS gave, which the pages know without being told. */
const NAMES_OF_AWS = [
  ...Object.keys(REGION_NAMES),
  ...Object.values(REGION_NAMES),
  ...[...FRAMEWORK.lenses, ...FRAMEWORK.pillars].map(({ name }) => name),
  // The audit log names a question by its id.
  ...frameworkLens().pillars.flatMap(({ questions }) => questions.map(({ id }) => id)),
];

/** What icons and selects of Atlaskit call themselves for screen readers, and give no way to call otherwise. */
const NAMES_OF_ATLASKIT = new Set(['error', 'information', 'open', 'success', 'warning']);

/** Data that may look like a code: the end of an access key, labels, and the terms of partitions and of aws/role.yaml. */
const DATA_AS_CODE = new Set(['access', 'endsWith', 'labels', 'partition']);

const LOOK_AGAIN_MS = 150;
const MOST_LOOKS = 40;

/** What the app calls things among programs, such as `NOT_CURRENT` and `read-only`: no text for people. */
const CODE = /^(?:[a-z]+(?:-[a-z]+)*|[A-Z]{3,}(?:_[A-Z]+)*)$/u;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 240_000);
afterAll(() => gallery.close());

test('every page in every state', async () => {
  const found: string[] = [];
  for (const view of gallery.views) found.push(...(await wordsLeftOn(view)));
  process.stdout.write(found.map((line) => `${line}\n`).join(''));
  expect(found).toEqual([]);
}, 400_000);

test('a word without a mark is found, and data is not', () => {
  const data = ['Sample workload', 'WA-1'];
  expect(lettersLeft('⟦Šýñç Sample workload⟧ WA-1', data)).toBe('');
  expect(lettersLeft('Sync Sample workload', data)).toBe('Sync');
  expect(lettersLeft('Samples', ['Sample'])).toBe('Samples');
});

async function wordsLeftOn(view: View): Promise<readonly string[]> {
  const tab = await gallery.show(view, { isPseudo: true });
  const texts = tab.hasApp() ? await settledTextsOn(tab) : [];
  // After the texts: what stands on the page has been answered.
  const data = [...(await dataOf(tab)), ...NAMES_OF_AWS].sort((a, b) => b.length - a.length);
  await tab.close();
  return texts.flatMap((text) => {
    if (NAMES_OF_ATLASKIT.has(text)) return [];
    const left = lettersLeft(text, data);
    return left === '' ? [] : [`${view.name}: "${left}" in "${text}"`];
  });
}

/** The texts once they stay the same: a page is drawn in more steps than the one that it is ready after. */
async function settledTextsOn(tab: Tab): Promise<readonly string[]> {
  let texts = await textsOn(tab);
  for (let again = 0; again < MOST_LOOKS; again += 1) {
    await tab.page.waitForTimeout(LOOK_AGAIN_MS);
    const now = await textsOn(tab);
    if (now.join('\n') === texts.join('\n')) return texts;
    texts = now;
  }
  return texts;
}

/** What people see or hear, a text each: lines of text, names of controls; no code, which stands in blocks of its own. */
function textsOn(tab: Tab): Promise<readonly string[]> {
  return tab.app.locator('body').evaluate(`(() => {
    const seen = new Set();
    for (const element of document.body.querySelectorAll('*:not(script, style, noscript)')) {
      if (!element.checkVisibility() || element.closest('pre, code')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) seen.add(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) seen.add(node.data.trim());
    }
    return [...seen];
  })()`);
}

/** Every text in the answers, and the names of parameters to copy. */
async function dataOf(tab: Tab): Promise<readonly string[]> {
  const found = new Set<string>();
  const collect = (value: unknown, member: string): void => {
    if (typeof value === 'string') {
      for (const text of textsIn(value, member)) found.add(text);
      // Jira's answers are handed on as they came.
      if (value.startsWith('{') || value.startsWith('[')) collect(parsed(value), member);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if (member === 'parameters') found.add(name);
        collect(part, Array.isArray(value) ? member : name);
      }
    }
  };
  for (const answer of await tab.answers()) collect(answer, '');
  return [...found];
}

function textsIn(value: string, member: string): readonly string[] {
  const isText = value.length > 1 && (DATA_AS_CODE.has(member) || !CODE.test(value));
  return isText ? [value, value.trim()] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What of a text has English letters and is no data. Longer data comes first. Pure. */
function lettersLeft(text: string, data: readonly string[]): string {
  let rest = text;
  for (const known of data) {
    if (!/[A-Za-z]/u.test(rest)) return '';
    if (!rest.includes(known)) continue;
    const pattern = known.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    rest = rest.replace(new RegExp(`(?<![A-Za-z])${pattern}(?![A-Za-z])`, 'gu'), '');
  }
  return /[A-Za-z]/u.test(rest)
    ? rest
        .replace(/[^\x20-\x7e]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
    : '';
}
