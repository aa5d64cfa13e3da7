/** What a preview tells of resolutions that its moves would leave, or not set. */
import { expect, test } from '@jest/globals';
import { RESOLUTIONS, STATUSES } from '../../builders/board';
import { withPractices } from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { find, SMALL, synced } from './synced-site';

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  resolveSelects: {
    implemented: [{ resolutionId: RESOLUTIONS.done.id }],
    notApplicable: [{ resolutionId: RESOLUTIONS.wontDo.id, reason: 'OTHER' }],
  },
} as const;

const codes = (notices: readonly { readonly code: string }[]) => notices.map(({ code }) => code);

test.each<[string, 'selected' | 'notApplicable', readonly string[]]>([
  ['offers what AWS says', 'selected', []],
  ['does not offer what AWS says', 'notApplicable', ['would-close-otherwise']],
])('closing, where the screen %s', async (_, state, told) => {
  const site = await synced();
  site.settings = SETTINGS;
  site.jira.screens.offer = [RESOLUTIONS.done];
  site.review = withPractices(SMALL, { p1: state, p2: state });
  const { notices } = await site.preview();
  expect(codes(notices)).toEqual(told);
  for (const notice of notices) expect(notice.params).toMatchObject({ type: 'subtask', issues: 2 });
});

test.each<[string, boolean, readonly string[]]>([
  ['clears the resolution', false, []],
  ['keeps the resolution', true, ['would-keep-resolution']],
])('reopening, where the workflow %s', async (_, keepResolution, told) => {
  const site = await synced();
  site.review = withPractices(SMALL, { p1: 'selected' });
  await site.sync();
  site.jira.screens.keepResolution = keepResolution;
  expect(find(site, 'q1', 'p1').status.id).toBe(STATUSES.done.id);
  site.review = withPractices(SMALL, { p1: 'open' });
  expect(codes((await site.preview()).notices)).toEqual(told);
});

test('a run that is no preview asks nothing beforehand', async () => {
  const site = await synced();
  site.review = withPractices(SMALL, { p1: 'selected' });
  await site.sync();
  site.review = withPractices(SMALL, { p1: 'open' });
  const calls: string[] = [];
  await site.invoke(site.newRun(), (_, call) => calls.push(call));
  expect(calls).toContain('jira.move');
  expect(calls).not.toContain('jira.foresee');
});
