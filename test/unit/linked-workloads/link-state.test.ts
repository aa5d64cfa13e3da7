import { describe, expect, test } from '@jest/globals';
import {
  explainConflict,
  isLinkedElsewhere,
  linkState,
  toLinkedWorkloadView,
  type LinkedWorkload,
  type LinkFacts,
} from '../../../src/linked-workloads/model';
import { inWords } from '../../../src/in-words';
import type { LinkState } from '../../../src/contract';
import { aLink, arnOf } from './a-link';
import { asReason } from '../../../src/reason';

const UNLINKED: LinkedWorkload['ended'] = { reason: 'unlinked', at: '2026-02-01T00:00:00.000Z', by: 'admin' };
const WORKLOAD_GONE: LinkedWorkload['ended'] = { reason: 'workload-gone', at: '2026-02-02T00:00:00.000Z' };

const LIVE = { archived: false };
const ARCHIVED = { archived: true };
const READY = { serves: true, usable: true, why: asReason('') };
const OPEN_ROLE = {
  serves: true,
  usable: false,
  why: asReason('The role can be assumed without the external id.'),
};
const ELSEWHERE = { serves: false, usable: true, why: asReason('') };
const ELSEWHERE_AND_BROKEN = { serves: false, usable: false, why: asReason('The access key is missing.') };

type Row = [
  words: string,
  ended: LinkedWorkload['ended'] | undefined,
  project: LinkFacts['project'],
  connection: LinkFacts['connection'],
  code: LinkState['code'],
];

const TABLE: readonly Row[] = [
  ['all is well', undefined, LIVE, READY, 'active'],
  ['somebody unlinked it', UNLINKED, LIVE, READY, 'unlinked'],
  ['a sync found no workload', WORKLOAD_GONE, LIVE, READY, 'workload-gone'],
  ['its project was deleted', undefined, undefined, READY, 'project-deleted'],
  ['its space is archived', undefined, ARCHIVED, READY, 'project-archived'],
  ['its connection was deleted', undefined, LIVE, undefined, 'connection-deleted'],
  ['its connection stopped serving it', undefined, LIVE, ELSEWHERE, 'not-served'],
  ['its connection cannot be used', undefined, LIVE, OPEN_ROLE, 'connection-not-usable'],
  ['it was unlinked, and then everything went', UNLINKED, undefined, undefined, 'unlinked'],
  ['its workload was gone, and then everything went', WORKLOAD_GONE, undefined, undefined, 'workload-gone'],
  ['project and connection were deleted', undefined, undefined, undefined, 'project-deleted'],
  ['an archived project whose connection was deleted', undefined, ARCHIVED, undefined, 'project-archived'],
  ['neither served nor usable', undefined, LIVE, ELSEWHERE_AND_BROKEN, 'not-served'],
];

describe('the state of a link', () => {
  test.each(TABLE)('%s', (_words, ended, project, connection, code) => {
    const link = aLink(1, ended ? { ended } : {});
    expect(linkState(link, { project, connection })).toMatchObject({ code });
  });

  test.each(TABLE.filter(([, , , , code]) => code !== 'active'))(
    '%s: it says that nothing syncs and that issues stay',
    (_words, ended, project, connection) => {
      const message = inWords(linkState(aLink(1, ended ? { ended } : {}), { project, connection }).reason);
      expect(message).toMatch(/does not sync/);
      expect(message).toMatch(/work items( that are left)? stay/);
      expect(message).toMatch(/\b[Ll]ink it again|Restore|Ask a Jira admin|cannot be used now: \S/);
    },
  );

  test('what was recorded carries its time', () => {
    const facts = { project: LIVE, connection: READY };
    expect(linkState(aLink(1, { ended: UNLINKED }), facts).at).toBe(UNLINKED.at);
    expect(linkState(aLink(1, { ended: WORKLOAD_GONE }), facts).at).toBe(WORKLOAD_GONE.at);
    expect(linkState(aLink(1), facts)).not.toHaveProperty('at');
  });

  test('why a connection cannot be used is told to those it serves, and to nobody else', () => {
    const message = (connection: LinkFacts['connection']) =>
      inWords(linkState(aLink(1), { project: LIVE, connection }).reason);
    expect(message(OPEN_ROLE)).toContain(inWords(OPEN_ROLE.why));
    expect(message(ELSEWHERE_AND_BROKEN)).not.toContain(inWords(ELSEWHERE_AND_BROKEN.why));
  });
});

describe('linking a workload', () => {
  test.each<[string, LinkedWorkload | undefined, boolean]>([
    ['that nobody has linked', undefined, false],
    ['that the project has linked itself', aLink(1), false],
    ['that the project has unlinked', aLink(1, { ended: UNLINKED }), false],
    ['that another project has linked', aLink(1, { projectId: '10001' }), true],
    ['that another project has unlinked', aLink(1, { projectId: '10001', ended: UNLINKED }), false],
    [
      'that was gone when another project had it',
      aLink(1, { projectId: '10001', ended: WORKLOAD_GONE }),
      false,
    ],
  ])('%s', (_words, existing, isElsewhere) => {
    expect(isLinkedElsewhere(existing, '10000')).toBe(isElsewhere);
  });

  test.each<[string, LinkFacts['project'], { readonly key: string } | undefined, RegExp | undefined]>([
    ['that was deleted', undefined, undefined, undefined],
    ['which the caller may browse', LIVE, { key: 'OPS' }, /^Space OPS has linked .*Ask an admin of OPS, or/],
    [
      'which the caller may not browse',
      LIVE,
      undefined,
      /^Another space has linked .*Ask a Jira admin: they see/,
    ],
    ['which is archived', ARCHIVED, undefined, /^Another space has linked .*Ask a Jira admin: they see/],
  ])('by a project %s', (_words, itsProject, seen, words) => {
    const conflict = explainConflict(itsProject, seen);
    expect(conflict && inWords(conflict)).toEqual(words && expect.stringMatching(words));
  });
});

test('a view names the connection as long as there is one', () => {
  const state: LinkState = { code: 'active', reason: asReason('words') };
  const view = {
    workloadArn: arnOf(1),
    name: 'Workload 1',
    connectionId: 'c1',
    linkedAt: '2026-01-01T00:00:00.000Z',
    linkedBy: 'an account',
    state,
    automatic: { on: false },
    jiraProjectKey: 'WA',
  };
  const standing = { state, automatic: { on: false }, jiraProjectKey: 'WA' };
  expect(toLinkedWorkloadView(aLink(1), 'Production', standing)).toEqual({
    ...view,
    connectionName: 'Production',
  });
  expect(toLinkedWorkloadView(aLink(1), undefined, standing)).toEqual(view);
});
