import { describe, expect, test } from '@jest/globals';
import { moveIssue } from '../../../src/jira/client/move-issue';
import { moveResolved } from '../../../src/jira/client/move-resolved';
import { foreseeResolution } from '../../../src/jira/client/foresee-resolution';
import { resolveIssue } from '../../../src/jira/client/resolve-issue';
import type { DoneAs, MoveTarget } from '../../../src/jira/jira';
import { fakeJira, type Given } from './fake-jira';
import { DONE, field, FIXED, resolution, TO_DO, transition, WONT_DO, WONT_FIX } from './workflow';

const AS_WONT_FIX: DoneAs = { resolutionIds: [WONT_FIX.id], statusIds: [], otherResolutionIds: [FIXED.id] };

interface Site {
  /** As Jira has the issue, call by call. */
  readonly now: readonly { readonly status: object; readonly resolution?: object | null }[];
  readonly offers: readonly object[];
  readonly answers?: readonly Given[];
  readonly defaultResolution?: object;
  /** Fields of the edit screen. */
  readonly edits?: object;
  readonly edited?: Given;
}

function site({ now, offers, answers = [], defaultResolution, edits = {}, edited = { status: 204 } }: Site) {
  let reads = 0;
  let writes = 0;
  return fakeJira(({ method, path }) => {
    if (method === 'POST') return answers[writes++] ?? { status: 204 };
    if (method === 'PUT') return edited;
    if (path.endsWith('/editmeta')) return { status: 200, body: { fields: edits } };
    if (path.includes('/transitions')) return { status: 200, body: { transitions: offers } };
    if (path.includes('/resolution/')) {
      const values = defaultResolution ? [{ ...defaultResolution, isDefault: true }] : [];
      return { status: 200, body: { values } };
    }
    return { status: 200, body: { fields: now[Math.min(reads++, now.length - 1)] } };
  });
}

async function move(given: Site, target: MoveTarget) {
  const jira = site(given);
  const answer = await moveResolved(jira.http, '7', target, (to) => moveIssue(jira.http, '7', to));
  const sent = (by: string) => jira.sent.filter(({ method }) => method === by).map(({ body }) => body);
  return { answer, bodies: sent('POST'), edits: sent('PUT') };
}

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

describe('where only the edit screen has the resolution', () => {
  const FIELD = resolution([FIXED, WONT_FIX], false);
  const KEPT = { status: TO_DO, resolution: FIXED };
  const CLEARED = { status: TO_DO, resolution: null };
  const CLOSED = { status: DONE, resolution: FIXED };
  const ANEW = { status: DONE, resolution: WONT_FIX };
  const OPENS = [transition('41', TO_DO)];
  const CLOSES = [transition('21', DONE)];
  const reopen = { to: 'open', isResolved: true } as const;
  const close = { to: 'done', as: AS_WONT_FIX } as const;
  const sent = {
    set: { fields: { resolution: { id: WONT_FIX.id } } },
    clear: { fields: { resolution: null } },
  };

  const table: readonly [
    words: string,
    given: Site,
    target: MoveTarget,
    edits: readonly object[],
    left: object,
  ][] = [
    [
      'an issue that is reopened is cleared by an edit',
      { now: [CLOSED, KEPT, KEPT, CLEARED], offers: OPENS, edits: FIELD },
      reopen,
      [sent.clear],
      { status: { id: TO_DO.id }, resolution: undefined },
    ],
    [
      'an issue that is closed is resolved by an edit',
      { now: [{ status: TO_DO }, CLOSED, CLOSED, ANEW], offers: CLOSES, edits: FIELD },
      close,
      [sent.set],
      { resolution: WONT_FIX },
    ],
    [
      'nothing is sent where it does not',
      { now: [CLOSED, KEPT], offers: OPENS },
      reopen,
      [],
      { resolution: FIXED },
    ],
    [
      'nor where it demands one',
      { now: [CLOSED, KEPT], offers: OPENS, edits: resolution([FIXED]) },
      reopen,
      [],
      { resolution: FIXED },
    ],
    [
      'nor where it does not offer what is wanted',
      { now: [{ status: TO_DO }, CLOSED], offers: CLOSES, edits: resolution([FIXED], false) },
      close,
      [],
      { resolution: FIXED },
    ],
    [
      'nor where somebody resolved it since',
      {
        now: [CLOSED, KEPT, { status: TO_DO, resolution: WONT_FIX }],
        offers: OPENS,
        edits: FIELD,
      },
      reopen,
      [],
      { resolution: WONT_FIX },
    ],
    [
      'nor where the workflow did it by itself',
      { now: [CLOSED, CLEARED], offers: OPENS, edits: FIELD },
      reopen,
      [],
      { resolution: undefined },
    ],
    [
      'what Jira refuses is looked at, and told as it is',
      { now: [CLOSED, KEPT], offers: OPENS, edits: FIELD, edited: { status: 400, body: {} } },
      reopen,
      [sent.clear],
      { resolution: FIXED },
    ],
    [
      'so is what got lost on the way',
      { now: [CLOSED, KEPT, KEPT, CLEARED], offers: OPENS, edits: FIELD, edited: { status: 503 } },
      reopen,
      [sent.clear],
      { resolution: undefined },
    ],
  ];
  test.each(table)('%s', async (_words, given, target, edits, left) => {
    const done = await move(given, target);
    expect(done.edits).toEqual(edits);
    expect(done.answer).toMatchObject({ kind: 'applied', now: left });
  });

  const BY_STATUS: DoneAs = { resolutionIds: [], statusIds: [WONT_DO.id], otherResolutionIds: [] };
  const OFFERS = resolution([FIXED, WONT_FIX]);
  test.each<[string, readonly object[], object, MoveTarget, string]>([
    ['cleared on the way', [transition('41', TO_DO, FIELD)], {}, reopen, 'as-wanted'],
    ['cleared by an edit', OPENS, FIELD, reopen, 'as-wanted'],
    ['kept without either', OPENS, {}, reopen, 'not-offered'],
    ['kept where both demand one', [transition('41', TO_DO, OFFERS)], OFFERS, reopen, 'not-offered'],
    ['kept on a way that nobody knows', [], {}, reopen, 'unknown'],
    ['none to clear', OPENS, {}, { to: 'open' }, 'as-wanted'],
  ])('what is foreseen of an issue that is done: %s', async (_words, offers, edits, target, expected) => {
    const jira = site({ now: [CLOSED], offers, edits });
    expect(await foreseeResolution(jira.http, { id: '7' }, target)).toBe(expected);
    expect(jira.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test.each<[string, readonly object[], object, DoneAs | undefined, string]>([
    ['set on the way', [transition('21', DONE, OFFERS)], {}, AS_WONT_FIX, 'as-wanted'],
    ['set by an edit', CLOSES, FIELD, AS_WONT_FIX, 'as-wanted'],
    ['not set without either', CLOSES, {}, AS_WONT_FIX, 'not-offered'],
    ['said by the status', [transition('31', WONT_DO)], {}, BY_STATUS, 'as-wanted'],
    ['not said by another status', CLOSES, {}, BY_STATUS, 'not-offered'],
    ['nothing that settings name', CLOSES, {}, undefined, 'as-wanted'],
  ])('what is foreseen of an issue that is open: %s', async (_words, offers, edits, as, expected) => {
    const jira = site({ now: [{ status: TO_DO }], offers, edits });
    const target = { to: 'done', ...(as ? { as } : {}) } as const;
    expect(await foreseeResolution(jira.http, { id: '7' }, target)).toBe(expected);
  });

  const read = { id: '7', status: { id: DONE.id, name: DONE.name, category: 'done' as const } };
  test.each<[string, Site, object]>([
    [
      'is resolved anew',
      { now: [CLOSED, CLOSED, ANEW], offers: [] },
      { kind: 'applied', now: { resolution: WONT_FIX } },
    ],
    ['stays as Jira has it', { now: [CLOSED], offers: [] }, { kind: 'applied', now: { resolution: FIXED } }],
    [
      'is left to a person who reopened it meanwhile',
      { now: [CLOSED, CLEARED], offers: [] },
      { kind: 'refused', code: 'conflict' },
    ],
  ])('an issue that is done %s', async (_words, given, expected) => {
    const jira = site({ ...given, edits: FIELD });
    expect(await resolveIssue(jira.http, { ...read, resolution: FIXED }, AS_WONT_FIX)).toMatchObject(
      expected,
    );
  });
});
