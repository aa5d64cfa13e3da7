import { describe, expect, test } from '@jest/globals';
import { moveIssue } from '../../../src/jira/client/move-issue';
import {
  CLOSE,
  DOING,
  DONE,
  FIXED,
  REOPEN,
  TO_DO,
  WONT_DO,
  WONT_FIX,
  field,
  resolution,
  site,
  status,
  transition,
  type Site,
} from './workflow';
import { worded } from './worded';

describe('a move that is refused, before any write', () => {
  test.each<[string, Site, string, string]>([
    [
      'nothing is offered',
      { now: TO_DO, offers: [], target: CLOSE },
      'no-permission-or-workflow',
      'from "To Do"',
    ],
    [
      'no way to done',
      { now: TO_DO, offers: [transition('11', DOING, { why: field('Why') })], target: CLOSE },
      'no-transition',
      'no transition from "To Do" to a done status, only to In Progress (3). The app passes through no done status,',
    ],
    [
      'no way back',
      { now: DONE, offers: [transition('31', WONT_DO)], target: REOPEN },
      'no-transition',
      'from "Done" to an open status',
    ],
    [
      'a way that is there but not available',
      {
        now: TO_DO,
        offers: [{ ...transition('21', DONE), isAvailable: false }, transition('11', DOING)],
        target: CLOSE,
      },
      'condition',
      'leads from "To Do" to Done (4), but not this work item: a condition of the transition does not hold',
    ],
    [
      'a way back that is there but not available',
      { now: DONE, offers: [{ ...transition('41', TO_DO), isAvailable: false }], target: REOPEN },
      'condition',
      'leads from "Done" to To Do (1), but not this work item',
    ],
    [
      'a way on that is there but not available',
      { now: TO_DO, offers: [{ ...transition('11', DOING), isAvailable: false }], target: CLOSE },
      'no-transition',
      'only to nothing',
    ],
    [
      'a way around a status that asks for fields',
      {
        now: TO_DO,
        offers: [transition('21', DONE, { why: field('Why') }), transition('11', DOING)],
        target: CLOSE,
      },
      'required-fields',
      'to "Done": Why (why).',
    ],
    [
      'a way on whose screen requires a resolution',
      { now: TO_DO, offers: [transition('11', DOING, resolution([FIXED]))], target: CLOSE },
      'no-transition',
      'only to In Progress (3)',
    ],
    [
      'several done statuses',
      { now: TO_DO, offers: [transition('21', DONE), transition('31', WONT_DO)], target: CLOSE },
      'several-done-statuses',
      `from "To Do" to several done statuses: Done (4), Won't do (5).`,
    ],
    [
      'a setting that the workflow does not lead to',
      {
        now: TO_DO,
        offers: [transition('21', DONE)],
        target: { to: 'done', statusId: '99' },
        statusAsked: { status: 200, body: status('99', 'Verified', 'done') },
      },
      'no-transition',
      'from "To Do" to the done status of the settings, "Verified" (99), only to Done (4)',
    ],
    [
      'a setting that Jira does not know',
      { now: TO_DO, offers: [transition('21', DONE)], target: { to: 'done', statusId: '99' } },
      'no-transition',
      'the done status of the settings (99), which Jira does not know or does not show',
    ],
    [
      'a setting that is no id',
      { now: TO_DO, offers: [transition('21', DONE)], target: { to: 'done', statusId: '../x' } },
      'no-transition',
      'the done status of the settings (../x), which Jira does not know',
    ],
    [
      'fields that the app does not fill',
      {
        now: TO_DO,
        offers: [transition('21', DONE, { customfield_1: field('Team'), why: { required: true } })],
        target: CLOSE,
      },
      'required-fields',
      'from "To Do" requires fields that the app does not fill; to "Done": Team (customfield_1), why.',
    ],
    [
      'fields on every way back',
      {
        now: DONE,
        offers: [transition('11', DOING, { a: field('Why') }), transition('41', TO_DO, { b: field('Who') })],
        target: REOPEN,
      },
      'required-fields',
      'from "Done" requires fields that the app does not fill; to "To Do": Who (b); to "In Progress": Why (a).',
    ],
    [
      'several resolutions, none of them the default',
      { now: TO_DO, offers: [transition('21', DONE, resolution([FIXED, WONT_FIX]))], target: CLOSE },
      'no-resolution',
      `from "To Do" to "Done" asks for the field Resolution, and none of the values that it offers (Fixed, Won't fix)`,
    ],
  ])('%s', async (_, given, code, words) => {
    const jira = site(given);
    const answer = worded(await moveIssue(jira.http, '10007', given.target));
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect('reason' in answer && answer.reason).toContain(words);
    expect(jira.sent.some(({ method }) => method === 'POST')).toBe(false);
  });
});
