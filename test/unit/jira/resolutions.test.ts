import { describe, expect, test } from '@jest/globals';
import { resolveIssue } from '../../../src/jira/client/resolve-issue';
import { fakeJira } from './fake-jira';
import { AS_WONT_FIX, move, site, type Site } from './resolution-site';
import { DONE, field, FIXED, resolution, TO_DO, transition, WONT_DO, WONT_FIX } from './workflow';

describe('closing', () => {
  const closed = [{ status: TO_DO }, { status: DONE, resolution: WONT_FIX }];
  const table: readonly [words: string, offers: readonly object[], sent: object][] = [
    [
      'sends the resolution that is wanted, not the default of the site',
      [transition('21', DONE, resolution([FIXED, WONT_FIX]))],
      { transition: { id: '21' }, fields: { resolution: { id: WONT_FIX.id } } },
    ],
    [
      'takes the way that offers it',
      [transition('21', DONE), transition('22', DONE, resolution([WONT_FIX], false))],
      { transition: { id: '22' }, fields: { resolution: { id: WONT_FIX.id } } },
    ],
    [
      'sends none that means something else where the screen can do without',
      [transition('21', DONE, resolution([FIXED], false))],
      { transition: { id: '21' } },
    ],
    [
      'sends one that means something else where the screen demands one',
      [transition('21', DONE, resolution([FIXED]))],
      { transition: { id: '21' }, fields: { resolution: { id: FIXED.id } } },
    ],
    ['sends none without a screen', [transition('21', DONE)], { transition: { id: '21' } }],
  ];
  test.each(table)('%s', async (_words, offers, sent) => {
    const { answer, bodies } = await move(
      { now: closed, offers, defaultResolution: FIXED },
      { to: 'done', as: AS_WONT_FIX },
    );
    expect(bodies).toEqual([sent]);
    expect(answer).toMatchObject({ kind: 'applied', now: { resolution: WONT_FIX } });
  });

  test('goes to the status that says so, before the one of the settings', async () => {
    const offers = [transition('21', DONE), transition('31', WONT_DO)];
    const as = { resolutionIds: [], statusIds: ['9', WONT_DO.id], otherResolutionIds: [] };
    const { bodies } = await move({ now: closed, offers }, { to: 'done', statusId: DONE.id, as });
    expect(bodies).toEqual([{ transition: { id: '31' } }]);
  });

  test('asks for nothing more where nothing is wanted', async () => {
    const { answer } = await move({ now: closed, offers: [transition('21', DONE)] }, { to: 'done' });
    expect(answer).not.toHaveProperty('now');
  });
});

describe('reopening', () => {
  const given = { now: [{ status: DONE }, { status: TO_DO, resolution: null }] };
  const clears = { resolution: field('Resolution', { allowedValues: [FIXED], required: false }) };

  test('clears a resolution where the screen has it', async () => {
    const offers = [transition('41', TO_DO, clears)];
    const { answer, bodies } = await move({ ...given, offers }, { to: 'open', isResolved: true });
    expect(bodies).toEqual([{ transition: { id: '41' }, fields: { resolution: null } }]);
    expect(answer).toMatchObject({ kind: 'applied', now: { status: { id: TO_DO.id } } });
  });

  test('without clearing it where Jira refuses that', async () => {
    const answers = [{ status: 400, body: { errors: { resolution: 'invalid' } } }];
    const now = [{ status: DONE }, { status: DONE }, { status: TO_DO, resolution: FIXED }];
    const offers = [transition('41', TO_DO, clears)];
    const { answer, bodies } = await move({ now, offers, answers }, { to: 'open', isResolved: true });
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual({ transition: { id: '41' } });
    expect(answer).toMatchObject({ kind: 'applied', now: { resolution: FIXED } });
  });
});

describe('resolving what is done', () => {
  const read = {
    id: '7',
    status: { id: DONE.id, name: DONE.name, category: 'done' as const },
    resolution: FIXED,
  };
  const before = { status: DONE, resolution: FIXED };
  const after = { status: DONE, resolution: WONT_FIX };
  const screen = resolution([FIXED, WONT_FIX]);

  const table: readonly [words: string, given: Site, expected: object, sent: readonly object[]][] = [
    [
      'by a transition that stays in the status',
      { now: [before, after], offers: [transition('31', WONT_DO, screen), transition('21', DONE, screen)] },
      { kind: 'applied', now: { resolution: WONT_FIX } },
      [{ transition: { id: '21' }, fields: { resolution: { id: WONT_FIX.id } } }],
    ],
    ['not twice', { now: [after], offers: [] }, { kind: 'applied', now: { resolution: WONT_FIX } }, []],
    [
      'not without a screen',
      { now: [before], offers: [transition('21', DONE)] },
      { kind: 'not-offered' },
      [],
    ],
    [
      'not in another status',
      { now: [before], offers: [transition('31', WONT_DO, screen)] },
      { kind: 'not-offered' },
      [],
    ],
    [
      'not where the screen demands more',
      { now: [before], offers: [transition('21', DONE, { ...screen, team: field('Team') })] },
      { kind: 'not-offered' },
      [],
    ],
    [
      'not after a person reopened it',
      { now: [{ status: TO_DO }], offers: [transition('21', DONE, screen)] },
      { kind: 'refused', code: 'conflict' },
      [],
    ],
    [
      'not after a person resolved it in a third way',
      {
        now: [{ status: DONE, resolution: { id: '9', name: 'Duplicate' } }],
        offers: [transition('21', DONE, screen)],
      },
      { kind: 'refused', code: 'conflict' },
      [],
    ],
  ];
  test.each(table)('%s', async (_words, given, expected, sent) => {
    const jira = site(given);
    expect(await resolveIssue(jira.http, read, AS_WONT_FIX)).toMatchObject(expected);
    expect(jira.sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual(sent);
  });

  test('told where it is gone', async () => {
    const jira = fakeJira([{ status: 404 }]);
    expect(await resolveIssue(jira.http, read, AS_WONT_FIX)).toMatchObject({
      kind: 'refused',
      code: 'deleted',
    });
  });
});
