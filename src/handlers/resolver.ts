/** Every resolver in one table: who may call it, what it takes, what it does. */
import Resolver from '@forge/resolver';
import type { Contract } from '../contract';
import { deleteAccessKey, listAccessKeys, saveAccessKey } from './access-keys';
import { answer } from './answer';
import { listAudit, listProjectAudit } from './audit';
import {
  acceptRisk,
  createConnection,
  deleteConnection,
  listConnections,
  ownedBy,
  SITE,
  testConnection,
  updateConnection,
} from './connections';
import { disableEvents, enableEvents } from './connection-events';
import { forJiraAdmins, forProjectAdmins, forProjectPeople, type Definition } from './define';
import { viewIssue } from './issue-panel';
import * as payloads from './payloads';
import { preflight } from './preflight';
import { listQuestions, viewReview } from './reviews';
import { serveProjects } from './serve-projects';
import { loadSettings, loadSiteSettings, saveSettings, saveSiteSettings } from './settings';
import { startSync, viewPlan, viewRun } from './syncs';
import { listTriage } from './triage';
import { linkWorkload, listLinked, listWorkloads, unlinkWorkload } from './workloads';

type Definitions = { readonly [N in keyof Contract]: Definition<Contract[N]['result']> };

/** Each is made by `forJiraAdmins`, `forProjectAdmins` or `forProjectPeople`; a test compares the names with its table. */
export const definitions: Definitions = {
  'accessKey.list': forJiraAdmins(payloads.nothing, listAccessKeys),
  'accessKey.save': forJiraAdmins(payloads.saveAccessKey, saveAccessKey),
  'accessKey.delete': forJiraAdmins(payloads.partition, deleteAccessKey),

  'connection.list': forJiraAdmins(payloads.nothing, () => listConnections()),
  'connection.create': forJiraAdmins(payloads.newConnection, (input, caller) =>
    createConnection(SITE, input, caller),
  ),
  'connection.update': forJiraAdmins(payloads.changeConnection, (input, caller) =>
    updateConnection(SITE, input, caller),
  ),
  'connection.serve': forJiraAdmins(payloads.serve, serveProjects),
  'connection.test': forJiraAdmins(payloads.testConnection, (input, caller) =>
    testConnection(SITE, input, caller),
  ),
  'connection.acceptRisk': forJiraAdmins(payloads.acceptRisk, (input, caller) => acceptRisk(input, caller)),
  'connection.enableEvents': forJiraAdmins(payloads.connection, (input, caller) =>
    enableEvents(SITE, input, caller),
  ),
  'connection.disableEvents': forJiraAdmins(payloads.connection, (input, caller) =>
    disableEvents(SITE, input, caller),
  ),
  'connection.delete': forJiraAdmins(payloads.connection, (input, caller) =>
    deleteConnection(undefined, input, caller),
  ),

  'projectConnection.list': forProjectAdmins(payloads.project, (_, caller) =>
    listConnections(ownedBy(caller)),
  ),
  'projectConnection.create': forProjectAdmins(payloads.ofProject.newConnection, (input, caller) =>
    createConnection(ownedBy(caller), input, caller),
  ),
  'projectConnection.update': forProjectAdmins(payloads.ofProject.changeConnection, (input, caller) =>
    updateConnection(ownedBy(caller), input, caller),
  ),
  'projectConnection.test': forProjectAdmins(payloads.ofProject.testConnection, (input, caller) =>
    testConnection(ownedBy(caller), input, caller),
  ),
  'projectConnection.enableEvents': forProjectAdmins(payloads.ofProject.connection, (input, caller) =>
    enableEvents(ownedBy(caller), input, caller),
  ),
  'projectConnection.disableEvents': forProjectAdmins(payloads.ofProject.connection, (input, caller) =>
    disableEvents(ownedBy(caller), input, caller),
  ),
  'projectConnection.delete': forProjectAdmins(payloads.ofProject.connection, (input, caller) =>
    deleteConnection(ownedBy(caller), input, caller),
  ),

  'siteSettings.get': forJiraAdmins(payloads.nothing, loadSiteSettings),
  'siteSettings.save': forJiraAdmins(payloads.saveSiteSettings, saveSiteSettings),

  'workload.list': forProjectAdmins(payloads.project, listWorkloads),
  'workload.link': forProjectAdmins(payloads.linkWorkload, linkWorkload),
  'workload.unlink': forProjectAdmins(payloads.link, unlinkWorkload),
  'workload.linked': forProjectPeople(payloads.project, listLinked),

  'workload.review': forProjectPeople(payloads.link, viewReview),
  'workload.questions': forProjectPeople(payloads.questions, listQuestions),

  'settings.get': forProjectPeople(payloads.link, loadSettings),
  'settings.save': forProjectAdmins(payloads.saveSettings, saveSettings),

  'project.preflight': forProjectAdmins(payloads.project, preflight),

  'triage.list': forProjectPeople(payloads.triage, listTriage),
  'issue.panel': forProjectPeople(payloads.issue, viewIssue),

  'sync.start': forProjectAdmins(payloads.startSync, startSync),
  'sync.run': forProjectPeople(payloads.run, viewRun),
  'sync.plan': forProjectPeople(payloads.planPage, viewPlan),

  'audit.list': forJiraAdmins(payloads.auditPage, listAudit),
  'projectAudit.list': forProjectAdmins(payloads.projectAuditPage, listProjectAudit),
};

const resolver = new Resolver();
for (const [name, definition] of Object.entries(definitions)) {
  resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
    answer<unknown>(() => definition(payload, context)),
  );
}

export const handleResolver = resolver.getDefinitions();
