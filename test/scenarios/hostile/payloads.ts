/** Of each resolver payloads that it takes, with every member that there is, so that each of them can be changed. */
import { REGION } from '../../../sandbox/aws';
import type { Contract } from '../../../src/contract';

/** What there is on the site; the connections are spare ones, which nothing else goes through. */
export interface There {
  readonly workloadArn: string;
  readonly lensAlias: string;
  readonly runId: string;
  readonly fingerprint: string;
  readonly issueKey: string;
  readonly issueId: string;
  readonly connectionId: string;
  readonly ownConnection: string;
  readonly types: { readonly epic: string; readonly task: string; readonly subtask: string };
  /** Of Epics, that take a text. */
  readonly fields: readonly string[];
  readonly doneStatus: string;
}

type Whole<T> = T extends readonly (infer E)[]
  ? readonly Whole<E>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

/** A resolver without a row does not compile, nor a row without a member. */
export type Payloads = { readonly [N in keyof Contract]: Whole<Contract[N]['payload']> };

/** Members that keep a resolver from what it does with the others: it is tried without them too. */
export const ALSO_WITHOUT: Partial<Record<keyof Contract, readonly string[]>> = {
  'triage.search': ['cursor'],
  'siteWorkload.list': ['workloadArn'],
  'sync.start': ['putBack'],
};

const roleIn = (account: string) => `arn:aws:iam::${account}:role/WellArchitectedBacklogSpare`;
const input = (account: string) => ({
  ...{ name: 'A name', roleArn: roleIn(account), regions: [REGION], access: 'read-write' as const },
});

export function payloadsFor(there: There): Payloads {
  const project = { projectKey: 'WA' };
  const link = { ...project, workloadArn: there.workloadArn };
  const ofSite = { connectionId: there.connectionId };
  const own = { ...project, connectionId: there.ownConnection };
  const page = { cursor: '1' };
  return {
    ...ofAdmins(there, ofSite),
    'projectConnection.list': project,
    'projectConnection.create': { ...project, ...input('123412341234') },
    'projectConnection.update': { ...own, ...input('123412341235') },
    'projectConnection.test': { ...own, region: REGION },
    'projectConnection.enableEvents': own,
    'projectConnection.disableEvents': own,
    'projectConnection.delete': own,
    'workload.list': project,
    'workload.link': { ...link, connectionId: there.connectionId },
    'workload.linkMany': {
      ...project,
      workloads: [{ workloadArn: there.workloadArn, connectionId: there.connectionId }],
    },
    'workload.unlink': link,
    'workload.unlinkUnreadable': { ...project, id: 'nothing' },
    'workload.linked': project,
    'workload.overview': { ...project, ...page },
    'workload.review': link,
    'workload.questions': { ...link, lensAlias: there.lensAlias },
    'workload.recentChanges': link,
    'milestone.list': link,
    'milestone.save': { ...link, name: 'A milestone', token: 'a-token' },
    'milestone.compare': { ...link, before: 1, after: 2 },
    'settings.get': link,
    'settings.save': { ...link, settings: linkSettings(there) },
    'project.preflight': project,
    'project.createScreens': { ...project, issueTypes: there.types },
    ...ofIssues(there, project),
    'sync.start': {
      ...{ ...link, mode: 'preview', scope: 'all', recreate: true, confirm: true, removeBlocks: true },
      ...{ putBack: true, adoption: 'adopt', fingerprint: there.fingerprint, selection: selection(there) },
      settle: [{ issueKey: there.issueKey, keep: 'jira' }],
      proposals: [{ kind: 'twin', issueKey: there.issueKey, take: true }],
    },
    'sync.run': { ...project, runId: there.runId },
    'sync.end': { ...project, runId: there.runId },
    'sync.plan': { ...project, runId: there.runId, page: 0 },
    'projectAudit.list': { ...project, ...page },
    'projectAudit.export': { ...project, ...page },
    'projectAudit.check': { ...project, ...page },
  };
}

type OfAdmins = Extract<
  keyof Contract,
  | `accessKey.${string}`
  | `siteWorkload.${string}`
  | `connection.${string}`
  | `siteSettings.${string}`
  | `audit.${string}`
>;

function ofAdmins(
  { workloadArn }: There,
  ofSite: { connectionId: string },
): Pick<Payloads, OfAdmins | 'usage.get' | 'liveCheck.run'> {
  const shown = {
    roleArn: roleIn('123412341237'),
    access: 'read-write',
    regions: [REGION],
    testedAt: '2026-01-01T00:00:00.000Z',
  } as const;
  const page = { cursor: '1' };
  return {
    'accessKey.list': {},
    'accessKey.save': {
      ...{ partition: 'aws', accessKeyId: `AKIA${'A'.repeat(16)}`, secretAccessKey: 'a'.repeat(40) },
      acceptOtherUser: false,
    },
    'accessKey.delete': { partition: 'aws-us-gov' },
    'connection.list': page,
    'connection.create': input('123412341236'),
    'connection.update': { ...ofSite, ...input('123412341237') },
    'connection.serve': { ...ofSite, serves: [{ projectKey: 'WA', workloadArns: [workloadArn] }] },
    'connection.test': { ...ofSite, region: REGION },
    'connection.acceptRisk': { ...ofSite, words: 'Nobody else can assume it.', shown },
    'connection.enableEvents': ofSite,
    'connection.disableEvents': ofSite,
    'connection.delete': ofSite,
    'siteSettings.get': {},
    'siteSettings.save': {
      settings: {
        ...{ projectConnections: true, issueManagementStatus: 'ENABLED', issueManagementType: 'MANUAL' },
        ...{ scope: 'risks', quietSeconds: 120, parentsFollow: false },
        selection: { lensAliases: ['a lens'], selectedPillars: [], questionIds: ['a question'] },
        resolveSelects: { implemented: [{ statusId: '1' }], notApplicable: [] },
      },
    },
    'siteWorkload.list': { ...page, workloadArn },
    // Of no project: what is linked stays.
    'siteWorkload.unlink': { workloadArn, projectId: '99999' },
    'siteWorkload.unlinkUnreadable': { id: 'nothing' },
    'usage.get': {},
    'liveCheck.run': {},
    'audit.list': page,
    'audit.export': page,
    'audit.check': page,
  };
}

function ofIssues({ workloadArn, issueKey, issueId }: There, project: { projectKey: string }) {
  const search: Payloads['triage.search']['search'] = {
    ...{ risks: ['HIGH'], pillars: ['security'], lenses: ['a lens'], workloads: [workloadArn] },
    ...{ assignees: ['an account'], unassigned: true, statuses: ['To Do'], overdue: false },
    order: { by: 'due', isDescending: true },
  };
  return {
    'triage.list': { ...project, cursor: '1' },
    'triage.rows': { ...project, issueIds: [issueId] },
    'triage.search': { ...project, search, cursor: 'a-page' },
    'issue.panel': { ...project, issueKey },
  };
}

function selection({ lensAlias }: There) {
  return {
    lensAliases: [lensAlias],
    selectedPillars: [{ PillarId: 'SEC', SelectedQuestionIds: ['keys'] }],
    questionIds: ['keys'],
  };
}

function linkSettings(there: There): Payloads['settings.save']['settings'] {
  return {
    ...{ issueManagementStatus: 'INHERIT', issueManagementType: 'MANUAL', scope: 'risks' },
    ...{
      selection: selection(there),
      quietSeconds: 120,
      parentsFollow: false,
      doneStatusId: there.doneStatus,
    },
    issueTypes: there.types,
    fieldValues: there.fields.map((fieldId) => ({ issueTypeId: there.types.epic, fieldId, value: 'text' })),
    besideAwsConnector: false,
    resolveSelects: {
      implemented: [{ statusId: there.doneStatus }],
      notApplicable: [{ resolutionId: '10001', reason: 'OUT_OF_SCOPE' }],
    },
  };
}
