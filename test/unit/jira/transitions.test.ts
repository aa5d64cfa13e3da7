import { describe, expect, test } from '@jest/globals';
import { moveIssue } from '../../../src/jira/client/move-issue';
import {
  BACKLOG,
  CLOSE,
  DOING,
  DONE,
  DONE_RESOLUTION,
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

describe('a move that goes through', () => {
  test.each<[string, Site, object | undefined]>([
    [
      'takes the one way to done',
      { now: TO_DO, offers: [transition('11', DOING), transition('21', DONE)], target: CLOSE },
      { transition: { id: '21' } },
    ],
    ['sends nothing if it is done already', { now: WONT_DO, offers: [], target: CLOSE }, undefined],
    ['sends nothing if it is open already', { now: DOING, offers: [], target: REOPEN }, undefined],
    [
      'obeys the setting',
      {
        now: TO_DO,
        offers: [transition('21', DONE), transition('31', WONT_DO)],
        target: { to: 'done', statusId: '5' },
      },
      { transition: { id: '31' } },
    ],
    [
      'of two ways to one status takes the one that asks for nothing',
      {
        now: TO_DO,
        offers: [transition('21', DONE, { team: field('Team') }), transition('22', DONE)],
        target: CLOSE,
      },
      { transition: { id: '22' } },
    ],
    [
      'minds no field with a default',
      {
        now: TO_DO,
        offers: [transition('21', DONE, { team: field('Team', { hasDefaultValue: true }) })],
        target: CLOSE,
      },
      { transition: { id: '21' } },
    ],
    [
      'reopens to a status to do before one in progress',
      {
        now: DONE,
        offers: [transition('11', DOING), transition('41', BACKLOG), transition('42', TO_DO)],
        target: REOPEN,
      },
      { transition: { id: '41' } },
    ],
    [
      'reopens to a status in progress if there is no other',
      { now: DONE, offers: [transition('31', WONT_DO), transition('11', DOING)], target: REOPEN },
      { transition: { id: '11' } },
    ],
    [
      'passes over a way back that asks for more',
      {
        now: DONE,
        offers: [transition('41', TO_DO, { why: field('Why') }), transition('11', DOING)],
        target: REOPEN,
      },
      { transition: { id: '11' } },
    ],
    [
      'sends the only resolution allowed',
      { now: TO_DO, offers: [transition('21', DONE, resolution([FIXED]))], target: CLOSE },
      { transition: { id: '21' }, fields: { resolution: { id: '1' } } },
    ],
    [
      'sends the default resolution of the site',
      {
        now: TO_DO,
        offers: [transition('21', DONE, resolution([DONE_RESOLUTION, FIXED]))],
        target: CLOSE,
        defaultResolution: { ...FIXED, isDefault: true },
      },
      { transition: { id: '21' }, fields: { resolution: { id: '1' } } },
    ],
    [
      'sends Done where the site has no default',
      { now: TO_DO, offers: [transition('21', DONE, resolution([FIXED, DONE_RESOLUTION]))], target: CLOSE },
      { transition: { id: '21' }, fields: { resolution: { id: '10000' } } },
    ],
    [
      'sends no default that the screen does not allow',
      {
        now: TO_DO,
        offers: [transition('21', DONE, resolution([WONT_FIX, DONE_RESOLUTION]))],
        target: CLOSE,
        defaultResolution: { ...FIXED, default: true },
      },
      { transition: { id: '21' }, fields: { resolution: { id: '10000' } } },
    ],
    [
      'sends a resolution that the screen lists without requiring it',
      { now: TO_DO, offers: [transition('21', DONE, resolution([FIXED], false))], target: CLOSE },
      { transition: { id: '21' }, fields: { resolution: { id: '1' } } },
    ],
    [
      'clears no resolution when reopening',
      { now: DONE, offers: [transition('41', TO_DO, resolution([FIXED], false))], target: REOPEN },
      { transition: { id: '41' } },
    ],
    [
      'counts a status without a category as open',
      { now: status('9', 'Odd', 'undefined'), offers: [transition('21', DONE)], target: CLOSE },
      { transition: { id: '21' } },
    ],
  ])('%s', async (_, given, body) => {
    const jira = site(given);
    expect(await moveIssue(jira.http, '10007', given.target)).toMatchObject({ kind: 'applied' });
    expect(jira.sent.filter(({ method }) => method === 'POST').map((sent) => sent.body)).toEqual(
      body ? [body] : [],
    );
  });
});
