import { describe, expect, test } from '@jest/globals';
import {
  accountConflict,
  accountOf,
  connectionSchema,
  servedProjects,
  serves,
  type Connection,
} from '../../../src/connection/model';
import { CONNECTION, withoutRole } from './a-connection';

const ONE = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/00000000000000000000000000000001';
const TWO = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/00000000000000000000000000000002';

const site = (served: Connection['serves']) => ({ owner: { kind: 'site' }, serves: served }) as const;
const ofProject = (projectId: string) => ({ owner: { kind: 'project', projectId }, serves: [] }) as const;

describe('whom a connection serves', () => {
  test.each<[string, Parameters<typeof serves>[0], string, string | undefined, boolean]>([
    ['a new site connection serves nobody', site([]), '10001', undefined, false],
    ['a project that a Jira admin named', site([{ projectId: '10001' }]), '10001', undefined, true],
    ['any workload of a project without a list', site([{ projectId: '10001' }]), '10001', ONE, true],
    ['no project that nobody named', site([{ projectId: '10001' }]), '10002', undefined, false],
    ['no project whose id only begins alike', site([{ projectId: '10001' }]), '1000', undefined, false],
    ['a named workload', site([{ projectId: '10001', workloadArns: [ONE] }]), '10001', ONE, true],
    [
      'no workload beside the named',
      site([{ projectId: '10001', workloadArns: [ONE] }]),
      '10001',
      TWO,
      false,
    ],
    [
      'the project of named workloads as such',
      site([{ projectId: '10001', workloadArns: [ONE] }]),
      '10001',
      undefined,
      true,
    ],
    ['nothing of an empty list', site([{ projectId: '10001', workloadArns: [] }]), '10001', ONE, false],
    [
      'a workload named for another project',
      site([
        { projectId: '10001', workloadArns: [ONE] },
        { projectId: '10002', workloadArns: [TWO] },
      ]),
      '10001',
      TWO,
      false,
    ],
    ['its own project, of a project connection', ofProject('10001'), '10001', ONE, true],
    ['no other project, of a project connection', ofProject('10001'), '10002', undefined, false],
    [
      'no other project, whatever a project connection lists',
      { ...ofProject('10001'), serves: [{ projectId: '10002' }] },
      '10002',
      undefined,
      false,
    ],
  ])('%s', (_what, connection, projectId, workloadArn, expected) => {
    expect(serves(connection, projectId, workloadArn)).toBe(expected);
  });
});

test.each<[string, Parameters<typeof servedProjects>[0], readonly string[]]>([
  ['none of a new site connection', site([]), []],
  [
    'those without a list, and those that list it',
    site([
      { projectId: '1' },
      { projectId: '2', workloadArns: [ONE] },
      { projectId: '3', workloadArns: [TWO] },
    ]),
    ['1', '2'],
  ],
  ['the one of a project connection', ofProject('1'), ['1']],
])('the projects that a workload may go to are %s', (_what, connection, projects) => {
  expect(servedProjects(connection, ONE)).toEqual(projects);
});

describe('one connection for each account', () => {
  const other = 'bbbbbbbbbbbbbbbb';
  const roleArn = 'arn:aws:iam::111122223333:role/another';
  const elsewhere = 'arn:aws:iam::444455556666:role/another';
  const mine: Connection = { ...CONNECTION, owner: { kind: 'project', projectId: '10001' } };

  test.each<[string, readonly Connection[], Parameters<typeof accountConflict>[1], boolean]>([
    ['a second of the site', [CONNECTION], { owner: { kind: 'site' }, roleArn }, true],
    [
      'a second of the site to another account',
      [CONNECTION],
      { owner: { kind: 'site' }, roleArn: elsewhere },
      false,
    ],
    ['one that has no role yet', [CONNECTION], { owner: { kind: 'site' } }, false],
    [
      'beside one that has no role yet',
      [withoutRole(CONNECTION)],
      { owner: { kind: 'site' }, roleArn },
      false,
    ],
    [
      'the same connection, changed',
      [CONNECTION],
      { id: CONNECTION.id, owner: { kind: 'site' }, roleArn },
      false,
    ],
    [
      'another one, moved to its account',
      [CONNECTION],
      { id: other, owner: { kind: 'site' }, roleArn },
      true,
    ],
    [
      'a project’s beside the site’s',
      [CONNECTION],
      { owner: { kind: 'project', projectId: '10001' }, roleArn },
      false,
    ],
    ['the site’s beside a project’s', [mine], { owner: { kind: 'site' }, roleArn }, false],
    ['a second of one project', [mine], { owner: { kind: 'project', projectId: '10001' }, roleArn }, true],
    ['one of another project', [mine], { owner: { kind: 'project', projectId: '10002' }, roleArn }, false],
  ])('%s', (_what, all, candidate, conflict) => {
    expect(accountConflict(all, candidate)).toBe(conflict ? all[0] : undefined);
  });
});

test('the account is that of the role', () => {
  expect(accountOf(CONNECTION)).toBe('111122223333');
  expect(accountOf(withoutRole(CONNECTION))).toBeUndefined();
});

test.each<[string, Record<string, unknown>]>([
  ['a Region that the app does not know', { regions: ['mars-1'] }],
  ['an external ID that somebody chose', { externalId: 'hunter2' }],
  ['a way to sign in that the app does not know', { auth: { kind: 'password' } }],
  ['an owner of no kind', { owner: {} }],
  ['an access that does not exist', { access: 'everything' }],
])('a stored connection with %s is not taken', (_what, change) => {
  expect(connectionSchema.safeParse(CONNECTION).success).toBe(true);
  expect(connectionSchema.safeParse({ ...CONNECTION, ...change }).success).toBe(false);
});
