import { describe, expect, test } from '@jest/globals';
import { foreseeResolution } from '../../../src/jira/client/foresee-resolution';
import { resolveIssue } from '../../../src/jira/client/resolve-issue';
import type { DoneAs, MoveTarget } from '../../../src/jira/jira';
import { AS_WONT_FIX, move, site, type Site } from './resolution-site';
import { DONE, FIXED, resolution, TO_DO, transition, WONT_DO, WONT_FIX } from './workflow';

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
      'one that a person closed meanwhile keeps how they resolved it',
      { now: [CLOSED], offers: CLOSES, edits: FIELD },
      close,
      [],
      { resolution: FIXED },
    ],
    [
      'one that is opened again with a resolution keeps it',
      { now: [CLOSED, { status: TO_DO, resolution: WONT_FIX }], offers: OPENS, edits: FIELD },
      { to: 'open', resolution: WONT_FIX.id },
      [],
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
