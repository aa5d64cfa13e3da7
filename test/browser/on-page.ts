/** What tests of the settings pages do on a page, by the names that its people see or hear. */
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Tab } from './pages';

export interface OnPage {
  readonly button: (name: string | RegExp) => Locator;
  readonly heading: (name: string | RegExp) => Locator;
  readonly text: (text: string | RegExp) => Locator;
  readonly label: (label: string) => Locator;
  /** A group of controls, or a text to copy. */
  readonly group: (name: string | RegExp) => Locator;
  /** Opens another part of the page. */
  readonly openPart: (name: string) => Promise<void>;
  /** Chooses in a box that opens a list. */
  readonly pick: (box: string, typed: string, option: string | RegExp) => Promise<void>;
  /** There is nothing that axe finds, and nothing that the browser complained about. */
  readonly expectClean: () => Promise<void>;
}

export function onPage(tab: Tab): OnPage {
  const { app } = tab;
  return {
    button: (name) => app.getByRole('button', { name }),
    heading: (name) => app.getByRole('heading', { name }),
    text: (text) => app.getByText(text),
    label: (label) => app.getByLabel(label, { exact: true }),
    group: (name) => app.getByRole('group', { name }),
    async openPart(name) {
      const parts = app.getByRole('navigation', { name: 'Parts of this page' });
      await parts.getByRole('button', { name }).click();
    },
    async pick(box, typed, option) {
      await app.getByRole('combobox', { name: box }).fill(typed);
      await app.getByRole('option', { name: option }).first().click();
    },
    async expectClean() {
      expect(await tab.violations()).toEqual([]);
      expect(tab.complaints()).toEqual([]);
    },
  };
}

/** How much wider the page is than its frame. */
export function overhang(tab: Tab): Promise<number> {
  return tab.app
    .locator('html')
    .evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Everything that the page keeps in the browser. */
export function keptInBrowser(tab: Tab): Promise<string> {
  return tab.app.locator('body').evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
}
