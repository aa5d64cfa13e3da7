/**
 * What clients of the app call: resolver names with their payloads and results. Types only, so that
 * pages can import them without a line of back-end code.
 */
import type { AuditCheck, AuditExport, AuditPage } from './contract/audit';
import type {
  AccessKeyView,
  ConnectionTest,
  ConnectionView,
  EventSetup,
  NewConnection,
  Partition,
  RiskShown,
  SaveAccessKey,
  Serves,
  UnusableKey,
} from './contract/connections';
import type { CreateScreen } from './contract/create-screens';
import type { IssuePanel, TriageIndex, TriageRow, TriageSearch } from './contract/issues';
import type { LiveCheckView } from './contract/live-check';
import type { MilestonesView, SaveMilestone, StatesCompared } from './contract/milestones';
import type { Preflight } from './contract/preflight';
import type { UnreadableRecord } from './contract/stored-records';
import type { RecentChangesView } from './contract/recent-changes';
import type { QuestionView, ReviewOverview } from './contract/reviews';
import type { PlanPage, RunView, StartSync } from './contract/syncs';
import type { UsageView } from './contract/usage';
import type {
  LinkAttempt,
  LinkedWorkloadView,
  LinkRef,
  SiteLinkView,
  WorkloadCard,
  WorkloadView,
} from './contract/workloads';
import type { Reason } from './reason';
import type { EffectiveSettings, LinkSettings, SiteSettings } from './settings/model';

export type { EffectiveSettings, LinkSettings, SiteSettings } from './settings/model';

export type * from './contract/audit';
export type * from './contract/connections';
export type * from './contract/create-screens';
export type * from './contract/issues';
export type * from './contract/live-check';
export type * from './contract/milestones';
export type * from './contract/preflight';
export type * from './contract/stored-records';
export type * from './contract/recent-changes';
export type * from './contract/reviews';
export type * from './contract/syncs';
export type * from './contract/usage';
export type * from './contract/workloads';

/** Every resolver answers one of these; nothing is thrown at a client. */
export type Answer<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ApiError };

export interface ApiError {
  readonly code: 'unauthorised' | 'invalid' | 'not-found' | 'conflict' | 'too-many' | 'upstream' | 'internal';
  /** What, where, and what to do. */
  readonly reason: Reason;
  /** Where a service, or the app's own quota, says when it can be asked again. */
  readonly retryAfterSeconds?: number;
}

type Nothing = Record<string, never>;
interface InProject {
  projectKey: string;
}
interface OfConnection {
  connectionId: string;
}

export interface Contract {
  /** The IAM users that the app signs in as. */
  'accessKey.list': { payload: Nothing; result: { keys: AccessKeyView[]; unusable?: UnusableKey[] } };
  'accessKey.save': { payload: SaveAccessKey; result: AccessKeyView };
  'accessKey.delete': { payload: { partition: Partition }; result: Nothing };

  /** Site connections, for Jira admins; `list`, `acceptRisk` and `delete` reach project connections too. */
  /** `unreadable`: what the list lacks; `delete` takes its ids. */
  'connection.list': {
    payload: { cursor?: string };
    /** `cursor` absent: the list ends here. */
    result: { connections: ConnectionView[]; unreadable?: UnreadableRecord[]; cursor?: string };
  };
  'connection.create': { payload: NewConnection; result: ConnectionView };
  'connection.update': { payload: OfConnection & Partial<NewConnection>; result: ConnectionView };
  'connection.serve': { payload: OfConnection & { serves: Serves[] }; result: ConnectionView };
  'connection.test': { payload: OfConnection & { region: string }; result: ConnectionTest };
  /** A conflict where the connection is not what was shown any more. */
  'connection.acceptRisk': {
    payload: OfConnection & { words: string; shown: RiskShown };
    result: ConnectionView;
  };
  /** EventBridge may tell the app of changes from then on; a key from before ends. */
  'connection.enableEvents': { payload: OfConnection; result: EventSetup };
  'connection.disableEvents': { payload: OfConnection; result: ConnectionView };
  'connection.delete': { payload: OfConnection; result: Nothing };

  /** A project's own connections, for its admins. */
  'projectConnection.list': { payload: InProject; result: { connections: ConnectionView[] } };
  'projectConnection.create': { payload: InProject & NewConnection; result: ConnectionView };
  'projectConnection.update': {
    payload: InProject & OfConnection & Partial<NewConnection>;
    result: ConnectionView;
  };
  'projectConnection.test': {
    payload: InProject & OfConnection & { region: string };
    result: ConnectionTest;
  };
  'projectConnection.enableEvents': { payload: InProject & OfConnection; result: EventSetup };
  'projectConnection.disableEvents': { payload: InProject & OfConnection; result: ConnectionView };
  'projectConnection.delete': { payload: InProject & OfConnection; result: Nothing };

  /** `unreadable`: why these are the defaults; saving replaces what is stored. */
  'siteSettings.get': { payload: Nothing; result: { settings: SiteSettings; unreadable?: Reason } };
  'siteSettings.save': { payload: { settings: SiteSettings }; result: SiteSettings };

  'usage.get': { payload: Nothing; result: UsageView };
  'liveCheck.run': { payload: Nothing; result: LiveCheckView };

  /** Every link of the site that was not ended, a page at a time. */
  'siteWorkload.list': {
    /** `workloadArn`: that one alone. */
    payload: { cursor?: string; workloadArn?: string };
    /** `cursor` absent: the list ends here. A page may be empty and go on. */
    result: { workloads: SiteLinkView[]; unreadable?: UnreadableRecord[]; cursor?: string };
  };
  /** `projectId`: whose link was shown; a conflict where another project has it by now. */
  'siteWorkload.unlink': { payload: { workloadArn: string; projectId: string }; result: Nothing };
  /** As `workload.unlinkUnreadable`, whosever it was. */
  'siteWorkload.unlinkUnreadable': { payload: { id: string }; result: Nothing };

  /** `problems`: connections and Regions that could not be read. */
  'workload.list': { payload: InProject; result: { workloads: WorkloadView[]; problems: Reason[] } };
  'workload.link': { payload: LinkRef & OfConnection; result: LinkedWorkloadView };
  /** At most 25, each once; what stands in the way of one stops no other. In the order that is asked for. */
  'workload.linkMany': {
    payload: InProject & { workloads: ({ workloadArn: string } & OfConnection)[] };
    result: { links: LinkAttempt[] };
  };
  'workload.unlink': { payload: LinkRef; result: LinkedWorkloadView };
  /** Unlinks what cannot be read, by its id among `unreadable` of `workload.linked`. */
  'workload.unlinkUnreadable': { payload: InProject & { id: string }; result: Nothing };
  /** `administers`: the caller is an admin of the project, and may link, sync and change settings. */
  'workload.linked': {
    payload: InProject;
    /** `unreadable`: what the list lacks. */
    result: { workloads: LinkedWorkloadView[]; administers: boolean; unreadable?: UnreadableRecord[] };
  };
  /** As `workload.linked`, a page at a time, and what is stored of risks; AWS is not asked. */
  'workload.overview': {
    payload: InProject & { cursor?: string };
    result: {
      /** One that came on an earlier page may come again. */
      workloads: WorkloadCard[];
      administers: boolean;
      unreadable?: UnreadableRecord[];
      /** Absent: the list ends here. */
      cursor?: string;
    };
  };
  /** Risks by lens and pillar, as AWS has them; kept for a minute. */
  'workload.review': { payload: LinkRef; result: ReviewOverview };
  'workload.questions': { payload: LinkRef & { lensAlias: string }; result: { questions: QuestionView[] } };

  /** What a run with `putBack` would undo. */
  'workload.recentChanges': { payload: LinkRef; result: RecentChangesView };

  'milestone.list': { payload: LinkRef; result: MilestonesView };
  'milestone.save': { payload: LinkRef & SaveMilestone; result: { number: number } };
  /** Numbers of milestones; without `after` with the state of now. */
  'milestone.compare': { payload: LinkRef & { before: number; after?: number }; result: StatesCompared };

  'settings.get': { payload: LinkRef; result: SettingsView };
  'settings.save': { payload: LinkRef & { settings: LinkSettings }; result: SettingsView };

  /** What the project lacks, before any sync. */
  'project.preflight': { payload: InProject; result: Preflight };
  /** Of issues made as these issue types. */
  'project.createScreens': {
    payload: InProject & Pick<LinkSettings, 'issueTypes'>;
    result: { screens: CreateScreen[] };
  };

  /** Open best practices of all workloads of the project that have an issue, as stored, a page at a time. */
  'triage.list': { payload: InProject & { cursor?: string }; result: TriageIndex };
  /** Of the issues of these ids those that are open, in the project, and visible to the caller. */
  'triage.rows': { payload: InProject & { issueIds: string[] }; result: { rows: TriageRow[] } };
  /** Open Sub-tasks of ours as Jira finds and sorts them, a page at a time. */
  'triage.search': {
    payload: InProject & { search: TriageSearch; cursor?: string };
    result: { rows: TriageRow[]; cursor?: string };
  };
  /** By key or id. */
  'issue.panel': { payload: InProject & { issueKey: string }; result: IssuePanel };

  'sync.start': { payload: StartSync; result: { runId: string } };
  'sync.run': { payload: InProject & { runId: string }; result: RunView };
  /** Whatever has become of it; nothing happens where it has ended. */
  'sync.end': { payload: InProject & { runId: string }; result: Nothing };
  'sync.plan': { payload: InProject & { runId: string; page: number }; result: PlanPage };

  /** The whole site's entries, or those of one project. */
  'audit.list': { payload: { cursor?: string }; result: AuditPage };
  /** The same as they stand in storage, for keeping elsewhere. */
  'audit.export': { payload: { cursor?: string }; result: AuditExport };
  /** Whether the chains of entries are as they were written, some chains a page. */
  'audit.check': { payload: { cursor?: string }; result: AuditCheck };
  'projectAudit.list': { payload: InProject & { cursor?: string }; result: AuditPage };
  'projectAudit.export': { payload: InProject & { cursor?: string }; result: AuditExport };
  'projectAudit.check': { payload: InProject & { cursor?: string }; result: AuditCheck };
}

export interface SettingsView {
  /** The link's own. */
  settings: LinkSettings;
  /** Why these are the defaults: the link's own cannot be read. Saving replaces them. */
  unreadable?: Reason;
  /** What holds: the link's own, and the site's where it has none. */
  effective: EffectiveSettings;
  /** What would hold if the link had nothing of its own. */
  inherited: EffectiveSettings;
}
