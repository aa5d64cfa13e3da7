/**
 * How often each resolver may be called: a row each, beside the table of resolvers. Forge lets one person call 1,200
 * times a minute and an installation 7,000; these are the app's own, for what a call makes or asks of others.
 */
import type { Contract } from '../contract';

/** Whose calls are counted together. */
export type Per = 'person' | 'project' | 'site';

export interface Quota {
  readonly most: number;
  readonly seconds: number;
  readonly per: Per;
  /**
   * Where calls are counted: `process`: in memory alone, so once for each process that Forge runs; `storage`: also in
   * one entity, of one read and one write a call, for what makes or starts something: exact however many processes.
   */
  readonly countedIn: 'process' | 'storage';
}

const MINUTE = 60;
const TEN_MINUTES = 600;
const HOUR = 3600;

/** Of what the app has stored, or asks Jira as the caller; pages ask again and again. */
const READ: Quota = { most: 600, seconds: MINUTE, per: 'person', countedIn: 'process' };

/** What asks AWS, or Jira many questions. */
const LOOK: Quota = { most: 120, seconds: MINUTE, per: 'person', countedIn: 'process' };

const often = (most: number, seconds: number, per: Per): Quota => ({
  ...{ most, seconds, per },
  countedIn: 'storage',
});

/**
 * A part of the audit log reads some 60 to 130 units of 10 KB (`storage/units.ts`), of which a site has 4,000 a minute
 * for all that it does: one person takes a third to a half. Whoever walks through it waits for the next minute.
 */
const LOG = often(20, MINUTE, 'person');

const CHANGE_OF_SITE = often(300, TEN_MINUTES, 'site');
const CHANGE_OF_PROJECT = often(120, TEN_MINUTES, 'project');

export const QUOTAS: Readonly<Record<keyof Contract, Quota>> = {
  'accessKey.list': LOOK,
  'accessKey.save': often(30, HOUR, 'site'),
  'accessKey.delete': often(30, HOUR, 'site'),

  'connection.list': LOOK,
  'connection.create': often(200, HOUR, 'site'),
  'connection.update': CHANGE_OF_SITE,
  'connection.serve': CHANGE_OF_SITE,
  'connection.test': CHANGE_OF_SITE,
  'connection.acceptRisk': CHANGE_OF_SITE,
  'connection.enableEvents': CHANGE_OF_SITE,
  'connection.disableEvents': CHANGE_OF_SITE,
  'connection.delete': CHANGE_OF_SITE,

  'projectConnection.list': LOOK,
  'projectConnection.create': often(30, HOUR, 'project'),
  'projectConnection.update': CHANGE_OF_PROJECT,
  'projectConnection.test': CHANGE_OF_PROJECT,
  'projectConnection.enableEvents': CHANGE_OF_PROJECT,
  'projectConnection.disableEvents': CHANGE_OF_PROJECT,
  'projectConnection.delete': CHANGE_OF_PROJECT,

  'siteSettings.get': READ,
  'siteSettings.save': often(60, TEN_MINUTES, 'site'),

  'siteWorkload.list': LOOK,
  'siteWorkload.unlink': CHANGE_OF_SITE,
  'siteWorkload.unlinkUnreadable': CHANGE_OF_SITE,

  'usage.get': READ,

  'liveCheck.run': often(60, TEN_MINUTES, 'site'),

  'workload.list': LOOK,
  'workload.link': often(600, TEN_MINUTES, 'project'),
  'workload.linkMany': often(60, TEN_MINUTES, 'project'),
  'workload.unlink': often(600, TEN_MINUTES, 'project'),
  'workload.unlinkUnreadable': often(600, TEN_MINUTES, 'project'),
  'workload.linked': READ,
  'workload.overview': READ,

  'workload.review': LOOK,
  'workload.questions': LOOK,
  'workload.recentChanges': READ,

  'milestone.list': LOOK,
  'milestone.save': often(30, HOUR, 'project'),
  // Some 90 requests for twenty lenses.
  'milestone.compare': { most: 20, seconds: MINUTE, per: 'person', countedIn: 'process' },

  'settings.get': READ,
  'settings.save': often(300, TEN_MINUTES, 'project'),

  'project.preflight': LOOK,
  'project.createScreens': LOOK,

  'triage.list': READ,
  'triage.rows': READ,
  'triage.search': READ,
  'issue.panel': LOOK,

  'sync.start': often(600, TEN_MINUTES, 'project'),
  'sync.run': READ,
  'sync.end': often(300, TEN_MINUTES, 'project'),
  'sync.plan': READ,

  'audit.list': LOG,
  'projectAudit.list': LOG,
  'audit.export': LOG,
  'audit.check': LOG,
  'projectAudit.export': LOG,
  'projectAudit.check': LOG,
};
