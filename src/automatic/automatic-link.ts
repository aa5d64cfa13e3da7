/** Which workloads automatic mode is for. */
import { whenAll } from '../in-flight';
import type { Connection } from '../connection/model';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';
import { isAutomatic } from '../settings/effective';
import type { EffectiveSettings } from '../settings/model';

export interface AutomaticLink {
  readonly link: LinkedWorkload;
  readonly connection: Connection;
  readonly settings: EffectiveSettings;
}

export interface AutomaticLinkPorts extends LinkStatePorts, LinkSettingsPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  /** Of the site, by now. */
  readonly isLicensed: () => boolean;
}

/**
 * The link of a workload that is in automatic mode and syncs; asks neither AWS nor Jira. On a site whose licence is not
 * active there is none.
 */
export async function automaticLink(
  workloadArn: string,
  ports: AutomaticLinkPorts,
): Promise<AutomaticLink | undefined> {
  if (!ports.isLicensed()) return undefined;
  const link = await ports.linkedWorkloads.get(workloadArn);
  if (link === undefined || link.ended !== undefined) return undefined;
  // Whether the project still is there shows when its issues are read.
  const [settings, { state, connection }] = await whenAll([
    settingsOf(link, ports),
    examineLink(link, { archived: false }, ports),
  ]);
  if (!isAutomatic(settings) || state.code !== 'active' || !connection) return undefined;
  return { link, connection, settings };
}
