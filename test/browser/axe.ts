/** What axe finds wrong on a page. */
import fs from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Less than half of what `axe.source` would send into every frame. */
const SOURCE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2 A and AA, and what axe calls good practice. */
export const ALL: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** The rules whose answer depends on the theme. */
export const COLOURS: axe.RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'frame-tested'],
};

/** How long a frame may take to answer: by axe's default, one that takes half a second is left out in silence. */
const FRAME_MS = 60_000;

/** Colours on their way to others are no one's: resolves when what moves, but not for ever, has come to its end. */
const AT_REST = `(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const moving = document
    .getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
})()`;

/** A line for each place, those in frames included; fails where a frame could not be looked at. */
export async function violations(page: Page, runOnly = ALL): Promise<readonly string[]> {
  const frames = page.frames();
  await Promise.all(frames.map((frame) => frame.evaluate(SOURCE)));
  await Promise.all(frames.map((frame) => frame.evaluate(AT_REST)));
  const options: axe.RunOptions = {
    runOnly,
    // Of what passes, one place is enough.
    resultTypes: ['violations', 'incomplete'],
    pingWaitTime: FRAME_MS,
    frameWaitTime: FRAME_MS,
  };
  const found = await page.evaluate(
    (runOptions) => (globalThis as unknown as { axe: typeof axe }).axe.run(runOptions),
    options,
  );
  const unseen = found.incomplete.filter(({ id }) => id === 'frame-tested');
  return [...found.violations, ...unseen].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}
