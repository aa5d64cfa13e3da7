/** Saving settings, and what follows where that switches automatic mode on. */
import { AUTOMATIC } from '../../builders/settings';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_LINK_SETTINGS, DEFAULT_SITE_SETTINGS, type LinkSettings } from '../../../src/settings/model';
import { UpstreamError } from '../../../src/upstream-error';
import { loadSettings, saveSettings } from '../../../src/use-cases/link-settings';
import { loadSiteSettings, saveSiteSettings } from '../../../src/use-cases/site-settings';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { inWords } from '../../../src/in-words';
import { because } from '../../../src/jira/reasons';
import { asReason } from '../../../src/reason';

const REF = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };

const save = (platform: MemoryPlatform, settings: LinkSettings) =>
  saveSettings({ ...REF, settings }, PROJECT_ADMIN, platform);

const stored = (platform: MemoryPlatform) => platform.settings.load(PROJECT.id, WORKLOAD_ARN);

describe('settings of a link', () => {
  test('show what is its own, what holds, and what it would inherit', async () => {
    const platform = await MemoryPlatform.linked({ scope: 'all' });
    const { settings, effective, inherited } = await loadSettings(REF, PROJECT_ADMIN, platform);
    expect(settings).toEqual({ ...DEFAULT_LINK_SETTINGS, scope: 'all' });
    expect([effective.scope, inherited.scope]).toEqual(['all', 'risks']);
  });

  test('are stored, and what changed is told', async () => {
    const platform = await MemoryPlatform.linked();
    const settings = { ...DEFAULT_LINK_SETTINGS, scope: 'all' } as const;
    expect((await save(platform, settings)).effective.scope).toBe('all');
    expect(await stored(platform)).toEqual(settings);
    expect(platform.told()).toEqual(['settings.changed by project admin']);
    expect(platform.entries[0]?.projectId).toBe(PROJECT.id);
    expect(platform.entries[0]!.lines!.map(inWords)).toEqual(['Scope: none → "all"']);
  });

  test('that are the same are told nowhere, and start nothing', async () => {
    const platform = await MemoryPlatform.automatic();
    await save(platform, await stored(platform));
    expect([platform.entries, platform.jobs]).toEqual([[], []]);
  });
});

describe('a done status that the project does not have', () => {
  const selects = (statusId: string) => ({
    resolveSelects: { implemented: [{ statusId }], notApplicable: [] },
  });
  test.each<[string, Partial<LinkSettings>]>([
    ['closes issues', { doneStatusId: '99999' }],
    ['selects best practices', selects('99999')],
  ])('is refused, with those that there are: it %s', async (_, settings) => {
    const platform = await MemoryPlatform.linked();
    const saving = save(platform, { ...DEFAULT_LINK_SETTINGS, ...settings });
    const offered = expect.arrayContaining([expect.stringMatching(/^\S.* \(\d+\)$/)]);
    const params = { project: 'WA', id: '99999', offered };
    await expect(saving).rejects.toMatchObject({ reason: { code: 'done-status-not-offered', params } });
    expect(await stored(platform)).toEqual(DEFAULT_LINK_SETTINGS);
  });

  test('is not asked about again where it was saved before, and one that there is is taken', async () => {
    const platform = await MemoryPlatform.linked({ doneStatusId: '99999' });
    await save(platform, { ...DEFAULT_LINK_SETTINGS, doneStatusId: '99999', scope: 'all' });
    expect((await stored(platform)).scope).toBe('all');
    const [type] = (await platform.jira.doneStatuses(PROJECT.id)).values();
    const id = type?.statuses[0]?.id ?? '';
    await save(platform, { ...DEFAULT_LINK_SETTINGS, ...selects(id) });
    expect(await stored(platform)).toMatchObject(selects(id));
  });
});

describe('an issue type that the project does not offer', () => {
  const LOST = because('issue-type-lost', { project: 'WA', level: 'task', id: '7', offered: ['Task (1)'] });
  const BEFORE = { issueTypes: { epic: '5', task: '6' } } as const;

  test.each<[string, Partial<LinkSettings>, asked: object]>([
    ['new: asked about', { issueTypes: { task: '7' } }, { task: '7' }],
    ['beside one that stays: only the new one', { issueTypes: { epic: '5', task: '7' } }, { task: '7' }],
    ['that was saved before: not asked about again', BEFORE, {}],
    ['taken back: nothing to ask', {}, {}],
  ])('%s', async (_, settings, asked) => {
    const platform = await MemoryPlatform.linked(BEFORE);
    const seen: unknown[] = [];
    platform.problemsOfSettings = ({ issueTypes = {} }) => {
      seen.push(issueTypes);
      return 'task' in issueTypes ? [LOST] : [];
    };
    const saving = save(platform, { ...DEFAULT_LINK_SETTINGS, ...settings });
    if ('task' in asked) await expect(saving).rejects.toMatchObject({ code: 'invalid', reason: LOST });
    else await saving;
    expect(seen).toEqual([asked]);
    const kept = 'task' in asked ? BEFORE : settings;
    expect(await stored(platform)).toEqual({ ...DEFAULT_LINK_SETTINGS, ...kept });
  });
});

describe('switching a workload to automatic mode', () => {
  test('starts its first run and watches its Region', async () => {
    const platform = await MemoryPlatform.linked();
    await save(platform, AUTOMATIC);
    expect(platform.queuedRuns()).toHaveLength(1);
    expect(await platform.watchedRegions.isWatched((await platform.connection()).id, REGION)).toBe(true);
  });

  test('is refused beside AWS’s own connector, and nothing is stored', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.accountConnector = 'ENABLED';
    await expect(save(platform, AUTOMATIC)).rejects.toMatchObject({ name: 'Refusal', code: 'conflict' });
    expect(await stored(platform)).toEqual(DEFAULT_LINK_SETTINGS);
    expect([platform.entries, platform.jobs]).toEqual([[], []]);
  });

  test('is refused where nobody can find out whether the connector works', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () =>
      new UpstreamError(asReason('AWS refused.'), { service: 'aws', code: 'AccessDenied', retryable: false });
    await expect(save(platform, AUTOMATIC)).rejects.toMatchObject({
      ...{ name: 'Refusal', code: 'conflict' },
      message: expect.stringContaining('could not be found out: AWS refused.'),
    });
  });

  test.each<[string, LinkSettings, Partial<LinkSettings>]>([
    ['a person confirmed that both may work', { ...AUTOMATIC, besideAwsConnector: true }, {}],
    ['it was automatic before', { ...AUTOMATIC, quietSeconds: 60 }, AUTOMATIC],
    ['it stays manual', { ...DEFAULT_LINK_SETTINGS, issueManagementStatus: 'ENABLED' }, {}],
  ])('asks AWS nothing where %s', async (_, settings, before) => {
    const platform = await MemoryPlatform.linked(before);
    platform.aws.accountConnector = 'ENABLED';
    await save(platform, settings);
    expect(platform.aws.asked).toEqual([]);
    expect(await stored(platform)).toEqual(settings);
  });

  test('of a workload that the project does not link is refused', async () => {
    const platform = await MemoryPlatform.connected();
    await expect(save(platform, AUTOMATIC)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('settings of the site', () => {
  test('hold by default, are stored, and what changed is told', async () => {
    const platform = await MemoryPlatform.connected();
    expect(await loadSiteSettings({}, JIRA_ADMIN, platform)).toEqual({ settings: DEFAULT_SITE_SETTINGS });
    const settings = { ...DEFAULT_SITE_SETTINGS, projectConnections: false };
    await saveSiteSettings({ settings }, JIRA_ADMIN, platform);
    expect(await loadSiteSettings({}, JIRA_ADMIN, platform)).toEqual({ settings });
    expect(platform.told()).toEqual(['site-settings.changed by jira admin']);
    await saveSiteSettings({ settings }, JIRA_ADMIN, platform);
    expect(platform.entries).toHaveLength(1);
  });

  test.each(['AUTO', 'MANUAL'] as const)('with %s runs', async (issueManagementType) => {
    const platform = await MemoryPlatform.linked();
    const settings = { ...DEFAULT_SITE_SETTINGS, issueManagementType };
    await saveSiteSettings({ settings }, JIRA_ADMIN, platform);
    const { id } = await platform.connection();
    expect(await platform.watchedRegions.isWatched(id, REGION)).toBe(issueManagementType === 'AUTO');
  });
});
