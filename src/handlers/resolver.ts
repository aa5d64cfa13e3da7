/** Every resolver in one table: who may call it, what it takes, which use case it is. */
import Resolver from '@forge/resolver';
import type { Contract } from '../contract';
import { deleteAccessKey, listAccessKeys, saveAccessKey } from '../use-cases/access-keys';
import {
  checkAudit,
  checkProjectAudit,
  exportAudit,
  exportProjectAudit,
  listAudit,
  listProjectAudit,
} from '../use-cases/audit';
import { acceptRisk } from '../use-cases/connections/accept-risk';
import { createConnection } from '../use-cases/connections/create-connection';
import { deleteConnection } from '../use-cases/connections/delete-connection';
import { disableEvents, enableEvents } from '../use-cases/connections/events';
import { listConnections } from '../use-cases/connections/list-connections';
import { serveProjects } from '../use-cases/connections/serve-projects';
import { testConnection } from '../use-cases/connections/test-connection';
import { updateConnection } from '../use-cases/connections/update-connection';
import { listCreateScreens } from '../use-cases/create-screens';
import { endSync } from '../use-cases/end-sync';
import { loadSettings, saveSettings } from '../use-cases/link-settings';
import { linkWorkload, unlinkWorkload } from '../use-cases/link-workload';
import { linkWorkloads } from '../use-cases/link-workloads';
import { listLinked } from '../use-cases/linked-view';
import { listOverview } from '../use-cases/list-overview';
import { listTriage } from '../use-cases/list-triage';
import { listTriageRows, searchTriage } from '../use-cases/list-triage-rows';
import { listWorkloads } from '../use-cases/list-workloads';
import { checkPlatform } from '../use-cases/live-check';
import { compareMilestones, listMilestones } from '../use-cases/milestones';
import { preflight } from '../use-cases/preflight';
import { listSiteLinks, unlinkOfSite, unlinkUnreadableOfSite } from '../use-cases/site-links';
import { saveMilestone } from '../use-cases/save-milestone';
import { loadSiteSettings, saveSiteSettings } from '../use-cases/site-settings';
import { startSync } from '../use-cases/start-sync';
import { unlinkUnreadable } from '../use-cases/unlink-unreadable';
import { viewIssue } from '../use-cases/view-issue';
import { viewRecentChanges } from '../use-cases/view-recent-changes';
import { listQuestions, viewReview } from '../use-cases/view-review';
import { viewPlan, viewProgress, viewRun } from '../use-cases/view-run';
import { viewUsage } from '../use-cases/view-usage';
import { answer } from './answer';
import {
  forJiraAdmins,
  forProjectAdmins,
  forProjectPeople,
  forProjectReaders,
  forProjectWatchers,
  type Definition,
} from './define';
import { callerIn } from './authorise';
import * as payloads from './payloads';
import { account, platform } from './platform';
import { QUOTAS } from './quotas';
import { createQuotas } from './spend';

type Definitions = { readonly [N in keyof Contract]: Definition<Contract[N]['result']> };

/** Each is made by a function of define.ts, which says whom it lets in; a test compares the names with its table. */
export const definitions: Definitions = {
  'accessKey.list': forJiraAdmins(payloads.nothing, listAccessKeys),
  'accessKey.save': forJiraAdmins(payloads.saveAccessKey, saveAccessKey),
  'accessKey.delete': forJiraAdmins(payloads.partition, deleteAccessKey),

  'connection.list': forJiraAdmins(payloads.connections, listConnections),
  'connection.create': forJiraAdmins(payloads.newConnection, createConnection),
  'connection.update': forJiraAdmins(payloads.changeConnection, updateConnection),
  'connection.serve': forJiraAdmins(payloads.serve, serveProjects),
  'connection.test': forJiraAdmins(payloads.testConnection, testConnection),
  'connection.acceptRisk': forJiraAdmins(payloads.acceptRisk, acceptRisk),
  'connection.enableEvents': forJiraAdmins(payloads.connection, enableEvents),
  'connection.disableEvents': forJiraAdmins(payloads.connection, disableEvents),
  'connection.delete': forJiraAdmins(payloads.connection, deleteConnection),

  'projectConnection.list': forProjectAdmins(payloads.project, listConnections),
  'projectConnection.create': forProjectAdmins(payloads.ofProject.newConnection, createConnection),
  'projectConnection.update': forProjectAdmins(payloads.ofProject.changeConnection, updateConnection),
  'projectConnection.test': forProjectAdmins(payloads.ofProject.testConnection, testConnection),
  'projectConnection.enableEvents': forProjectAdmins(payloads.ofProject.connection, enableEvents),
  'projectConnection.disableEvents': forProjectAdmins(payloads.ofProject.connection, disableEvents),
  'projectConnection.delete': forProjectAdmins(payloads.ofProject.connection, deleteConnection),

  'siteSettings.get': forJiraAdmins(payloads.nothing, loadSiteSettings),
  'siteSettings.save': forJiraAdmins(payloads.saveSiteSettings, saveSiteSettings),

  'siteWorkload.list': forJiraAdmins(payloads.siteLinks, listSiteLinks),
  'siteWorkload.unlink': forJiraAdmins(payloads.siteLink, unlinkOfSite),
  'siteWorkload.unlinkUnreadable': forJiraAdmins(payloads.unreadableOfSite, unlinkUnreadableOfSite),

  'usage.get': forJiraAdmins(payloads.nothing, viewUsage),
  'liveCheck.run': forJiraAdmins(payloads.nothing, checkPlatform),

  'workload.list': forProjectAdmins(payloads.project, listWorkloads),
  'workload.link': forProjectAdmins(payloads.linkWorkload, linkWorkload),
  'workload.linkMany': forProjectAdmins(payloads.linkWorkloads, linkWorkloads),
  'workload.unlink': forProjectAdmins(payloads.link, unlinkWorkload),
  'workload.unlinkUnreadable': forProjectAdmins(payloads.unreadable, unlinkUnreadable),
  'workload.linked': forProjectPeople(payloads.project, listLinked),
  'workload.overview': forProjectPeople(payloads.overview, listOverview),

  'workload.review': forProjectPeople(payloads.link, viewReview),
  'workload.questions': forProjectPeople(payloads.questions, listQuestions),
  'workload.recentChanges': forProjectPeople(payloads.link, viewRecentChanges),

  'milestone.list': forProjectPeople(payloads.link, listMilestones),
  'milestone.save': forProjectAdmins(payloads.saveMilestone, saveMilestone),
  'milestone.compare': forProjectPeople(payloads.compareMilestones, compareMilestones),

  'settings.get': forProjectPeople(payloads.link, loadSettings),
  'settings.save': forProjectAdmins(payloads.saveSettings, saveSettings),

  'project.preflight': forProjectAdmins(payloads.project, preflight),
  'project.createScreens': forProjectAdmins(payloads.createScreens, listCreateScreens),

  'triage.list': forProjectPeople(payloads.triage, listTriage),
  'triage.rows': forProjectReaders(payloads.triageRows, listTriageRows),
  'triage.search': forProjectPeople(payloads.triageSearch, searchTriage),
  'issue.panel': forProjectPeople(payloads.issue, viewIssue),

  'sync.start': forProjectAdmins(payloads.startSync, startSync),
  'sync.run': forProjectWatchers(payloads.run, viewProgress, viewRun),
  'sync.end': forProjectAdmins(payloads.run, endSync),
  'sync.plan': forProjectPeople(payloads.planPage, viewPlan),

  'audit.list': forJiraAdmins(payloads.auditPage, listAudit),
  'audit.export': forJiraAdmins(payloads.auditPage, exportAudit),
  'audit.check': forJiraAdmins(payloads.auditCheck, checkAudit),
  'projectAudit.list': forProjectAdmins(payloads.projectAuditPage, listProjectAudit),
  'projectAudit.export': forProjectAdmins(payloads.projectAuditPage, exportProjectAudit),
  'projectAudit.check': forProjectAdmins(payloads.projectAuditCheck, checkProjectAudit),
};

const spendOf = createQuotas(QUOTAS, platform.quotas, platform.clock);

const resolver = new Resolver();
for (const [name, definition] of Object.entries(definitions)) {
  resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
    account.keep(callerIn(context)?.site, () =>
      answer<unknown>(() => definition(payload, context, spendOf(name as keyof Contract))),
    ),
  );
}

export const handleResolver = resolver.getDefinitions();
