/** The links of the whole site, for Jira admins: which project syncs which workload, and ending that. */
import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import type { Contract, SiteLinkView } from '../contract';
import { mapInFlight } from '../in-flight';
import type { Jira } from '../jira/jira';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { PageOfSiteLinks, SiteLinks } from '../linked-workloads/site-links';
import { Refusal } from '../refusal';
import type { Caller } from './caller';
import { endLink, type EndLinkPorts } from './end-link';
import { LINKS } from './linked-view';
import { because } from './reasons';
import { once } from './shared-reads';
import { unreadableOf } from './unreadable';

interface ProjectsPorts {
  readonly openJira: () => Pick<Jira, 'project'>;
}

export interface ListSiteLinksPorts extends ProjectsPorts {
  readonly siteLinks: Pick<SiteLinks, 'page' | 'of'>;
}

/** Questions to Jira about projects at a time; a page has 25 links at most. */
const IN_FLIGHT = 5;

/** Each project of a page is asked for once. Throws Refusal for a cursor that is none any more. */
export async function listSiteLinks(
  { cursor, workloadArn }: Contract['siteWorkload.list']['payload'],
  _: Caller,
  { siteLinks, openJira }: ListSiteLinksPorts,
): Promise<Contract['siteWorkload.list']['result']> {
  const page: PageOfSiteLinks | undefined =
    workloadArn === undefined ? await siteLinks.page(cursor) : await siteLinks.of(workloadArn);
  if (!page) throw new Refusal('invalid', because('list-changed'));
  const jira = openJira();
  const project = once((id: string) => jira.project(id));
  const workloads = await mapInFlight(page.records, IN_FLIGHT, async (link) =>
    viewOf(link, (await project(link.projectId))?.key),
  );
  const goesOn = page.next === undefined ? {} : { cursor: page.next };
  return { workloads: [...workloads], ...unreadableOf(page.problems, LINKS), ...goesOn };
}

function viewOf(
  { workloadArn, name, projectId, linkedAt, linkedBy }: LinkedWorkload,
  projectKey: string | undefined,
): SiteLinkView {
  const key = projectKey === undefined ? {} : { projectKey };
  return { workloadArn, name, projectId, ...key, linkedAt, linkedBy };
}

export interface UnlinkOfSitePorts extends EndLinkPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'save'>;
}

/**
 * As a project's admin unlinks it; told in the site's log too. Nothing happens where it was ended meanwhile. Throws
 * Refusal where another project has it by now than was shown.
 */
export async function unlinkOfSite(
  { workloadArn, projectId }: Contract['siteWorkload.unlink']['payload'],
  { accountId }: Caller,
  ports: UnlinkOfSitePorts,
): Promise<Record<string, never>> {
  const link = await ports.linkedWorkloads.get(workloadArn);
  if (!link) throw new Refusal('not-found', because('linked-by-none', { workload: workloadArn }));
  if (link.projectId !== projectId) throw new Refusal('conflict', because('linked-otherwise-by-now'));
  if (link.ended) return {};
  await endLink(link, accountId, ports);
  await record(
    accountId,
    {
      action: 'workload.unlinked',
      target: tell('target-workload', { workload: workloadArn }),
      change: tell('workload-unlinked-from', { workload: link.name, projectId }),
    },
    ports,
  );
  return {};
}

export interface UnlinkUnreadableOfSitePorts extends AuditPorts {
  readonly siteLinks: Pick<SiteLinks, 'deleteUnreadable'>;
}

/** Unlinks a workload whose record cannot be read, so that it is not known for sure which project links it. */
export async function unlinkUnreadableOfSite(
  { id }: Contract['siteWorkload.unlinkUnreadable']['payload'],
  { accountId }: Caller,
  ports: UnlinkUnreadableOfSitePorts,
): Promise<Record<string, never>> {
  if (!(await ports.siteLinks.deleteUnreadable(id)))
    throw new Refusal('not-found', because('nothing-unreadable-on-site', { id }));
  const target = tell('target-workload', { workload: id });
  await record(accountId, { action: 'workload.unlinked', target, change: tell('record-not-read') }, ports);
  return {};
}
