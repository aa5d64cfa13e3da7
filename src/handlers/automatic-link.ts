/** Which workloads automatic mode is for. */
import type { Connection } from '../connection/model';
import type { LinkedWorkload } from '../linked-workloads/model';
import { isAutomatic } from '../settings/effective';
import type { EffectiveSettings } from '../settings/model';
import { linkedWorkloads } from './forge';
import { examineLink } from './link-state';
import { settingsOf } from './link-settings';

export interface AutomaticLink {
  readonly link: LinkedWorkload;
  readonly connection: Connection;
  readonly settings: EffectiveSettings;
}

/** The link of a workload that is in automatic mode and syncs; asks neither AWS nor Jira. */
export async function automaticLink(workloadArn: string): Promise<AutomaticLink | undefined> {
  const link = await linkedWorkloads.get(workloadArn);
  if (link === undefined || link.ended !== undefined) return undefined;
  const effective = await settingsOf(link);
  if (!isAutomatic(effective)) return undefined;
  // Whether the project still is there shows when its issues are read.
  const { state, connection } = await examineLink(link, { archived: false });
  return state.code === 'active' && connection ? { link, connection, settings: effective } : undefined;
}
