import { describe, expect, test } from '@jest/globals';
import { readProfile } from '../../../src/jira/client/profile';
import type { ProfileAnswer } from '../../../src/jira/jira';
import type { MakeSettings } from '../../../src/jira/model';
import { fakeJira, type Given } from './fake-jira';
import { worded, type Worded } from './worded';

const type = (id: string, name: string, hierarchyLevel: number, more: object = {}) => ({
  id,
  name,
  hierarchyLevel,
  subtask: hierarchyLevel < 0,
  ...more,
});
const EPIC = type('1', 'Epic', 1);
const TASK = type('2', 'Task', 0);
const SUBTASK = type('3', 'Sub-task', -1);
const STORY = type('4', 'Story', 0);
const BUG = type('5', 'Bug', 0);

const field = (fieldId: string, more: object = {}) => ({
  fieldId,
  key: fieldId,
  name: fieldId,
  required: false,
  hasDefaultValue: false,
  ...more,
});
const required = { required: true };
const PRIORITIES = [
  { id: '1', name: 'Highest', iconUrl: 'x' },
  { id: '3', name: 'Medium', iconUrl: 'x' },
];
const FIELDS = [
  field('project', required),
  field('issuetype', required),
  field('summary', required),
  field('description'),
  field('labels'),
  field('parent'),
  field('reporter', { ...required, hasDefaultValue: true }),
  field('priority', { allowedValues: PRIORITIES }),
];
const TEAM = field('customfield_10020', { ...required, name: 'Team' });
const without = (...names: readonly string[]) => FIELDS.filter(({ fieldId }) => !names.includes(fieldId));

interface Site {
  readonly project?: object;
  readonly projectStatus?: number;
  readonly denied?: readonly string[];
  readonly types?: readonly object[];
  /** By issue type id; `FIELDS` otherwise. */
  readonly screens?: Readonly<Record<string, readonly object[]>>;
}

function site({
  project = {},
  projectStatus = 200,
  denied = [],
  types = [EPIC, TASK, SUBTASK],
  screens = {},
}: Site) {
  return fakeJira(({ path }): Given => {
    const url = new URL(path, 'https://site.example');
    if (url.pathname === '/rest/api/3/project/WA') {
      return {
        status: projectStatus,
        body: { id: '10000', key: 'WA', projectTypeKey: 'software', ...project },
      };
    }
    if (url.pathname === '/rest/api/3/mypermissions') return permissions(url, denied);
    const screen = /createmeta\/10000\/issuetypes(?:\/(\d+))?$/.exec(url.pathname);
    if (screen?.[1] !== undefined) return pageOf('fields', screens[screen[1]] ?? FIELDS, url);
    return screen ? pageOf('issueTypes', types, url) : { status: 404 };
  });
}

function permissions(url: URL, denied: readonly string[]): Given {
  const asked = url.searchParams.get('permissions')?.split(',') ?? [];
  const entries = asked.map((key) => [key, { key, havePermission: !denied.includes(key) }]);
  return { status: 200, body: { permissions: Object.fromEntries(entries) as object } };
}

/** Pages of three, so that reading on is always tested. */
function pageOf(name: string, items: readonly object[], url: URL): Given {
  const startAt = Number(url.searchParams.get('startAt'));
  return {
    status: 200,
    body: { [name]: items.slice(startAt, startAt + 3), startAt, maxResults: 3, total: items.length },
  };
}

async function profileOf(given: Site, make: MakeSettings = {}): Promise<Worded<ProfileAnswer>> {
  return worded(await readProfile(site(given).http, 'WA', make));
}

describe('a project that is ready', () => {
  test('is told by ids', async () => {
    const priorities = [
      { id: '1', name: 'Highest' },
      { id: '3', name: 'Medium' },
    ];
    expect(await profileOf({})).toEqual({
      kind: 'ready',
      profile: {
        id: '10000',
        key: 'WA',
        issueTypes: { epic: '1', task: '2', subtask: '3' },
        priorities: { epic: priorities, task: priorities, subtask: priorities },
        fieldValues: { epic: {}, task: {}, subtask: {} },
        absentFields: { epic: [], task: [], subtask: [] },
      },
    });
  });

  test('may lack priorities, labels or descriptions', async () => {
    const screens = { 1: without('priority', 'parent'), 2: without('labels', 'description') };
    expect(await profileOf({ screens })).toMatchObject({
      kind: 'ready',
      profile: {
        priorities: { epic: undefined },
        absentFields: { epic: [], task: ['description', 'labels'], subtask: [] },
      },
    });
  });

  test.each<[string, readonly object[], object]>([
    [
      'localised names',
      [type('1', 'Vorhaben', 1), type('2', 'Aufgabe', 0), type('3', 'Unteraufgabe', -1)],
      { epic: '1', task: '2', subtask: '3' },
    ],
    ['several standard types: Task', [STORY, BUG, TASK, EPIC, SUBTASK], { task: '2' }],
    [
      'several standard types: the one that was Task before it was translated',
      [type('7', 'Vorgang', 0), type('8', 'Aufgabe', 0, { untranslatedName: 'Task' }), EPIC, SUBTASK],
      { task: '8' },
    ],
    ['Story and Bug only: Story', [BUG, STORY, EPIC, SUBTASK], { task: '4' }],
    ['several kinds of Sub-task', [EPIC, TASK, type('9', 'Test step', -1), SUBTASK], { subtask: '3' }],
    ['an Initiative above the Epics', [type('9', 'Epic', 2), EPIC, TASK, SUBTASK], { epic: '1' }],
  ])('has issue types by level: %s', async (_, types, issueTypes) => {
    expect(await profileOf({ types })).toMatchObject({ kind: 'ready', profile: { issueTypes } });
  });
});

describe('a project that is blocked, and what to do', () => {
  test.each<[string, Site, readonly RegExp[]]>([
    ['unknown', { projectStatus: 404 }, [/^Space WA does not exist, or the app may not see it\./]],
    ['hidden', { projectStatus: 403 }, [/may not see it/]],
    ['a service desk', { project: { projectTypeKey: 'service_desk' } }, [/service_desk.*software space/]],
    ['a business project', { project: { projectTypeKey: 'business' } }, [/business/]],
    ['archived', { project: { archived: true } }, [/archived/]],
    [
      'permissions taken away',
      { denied: ['CREATE_ISSUES', 'TRANSITION_ISSUES'] },
      [/"Create work items"/, /"Transition work items"/],
    ],
    ['no Sub-tasks', { types: [EPIC, TASK] }, [/WA has no work type for sub-tasks.*Enable/]],
    ['no Epics', { types: [TASK, SUBTASK] }, [/WA has no work type of the Epic level.*Add/]],
    ['nothing at all', { types: [] }, [/Epic level/, /standard work type/, /sub-tasks/]],
    [
      'a required field',
      { screens: { 2: [...FIELDS, TEAM] } },
      [/"Team" \(customfield_10020\) is required for the work type "Task".*Give it a default value in Jira/],
    ],
    [
      'required fields on two screens',
      { screens: { 1: [...FIELDS, TEAM], 3: [...FIELDS, TEAM] } },
      [/"Epic"/, /"Sub-task"/],
    ],
    [
      'an Epic that must have a parent',
      { screens: { 1: [...without('parent'), field('parent', required)] } },
      [/"parent".*"Epic"/],
    ],
    [
      'Tasks that cannot have a parent',
      { screens: { 2: without('parent') } },
      [/Parent is not on the create screen.*"Task"/],
    ],
    [
      'a level and a field',
      { types: [EPIC, TASK], screens: { 2: [...FIELDS, TEAM] } },
      [/sub-tasks/, /"Team"/],
    ],
  ])('%s', async (_, given, problems) => {
    const answer = await profileOf(given);
    expect(answer).toEqual({
      kind: 'blocked',
      problems: problems.map((words) => expect.stringMatching(words)),
    });
  });

  test.each(['../x', 'WA/1', '', 'wa key', 'WA?x=1'])(
    'a key that is none (%j) asks Jira nothing',
    async (key) => {
      const jira = site({});
      expect(await readProfile(jira.http, key, {})).toMatchObject({ kind: 'blocked' });
      expect(jira.sent).toEqual([]);
    },
  );

  test('a site that does not answer is an error, not a problem of the project', async () => {
    await expect(profileOf({ projectStatus: 500 })).rejects.toMatchObject({ details: { code: '500' } });
  });
});
