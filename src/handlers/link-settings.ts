import type { LinkedWorkload } from '../linked-workloads/model';
import { effectiveSettings } from '../settings/effective';
import type { EffectiveSettings } from '../settings/model';
import { settings, siteSettings } from './forge';

/** What holds for a link now. */
export async function settingsOf({
  projectId,
  workloadArn,
}: Pick<LinkedWorkload, 'projectId' | 'workloadArn'>): Promise<EffectiveSettings> {
  return effectiveSettings(await siteSettings.load(), await settings.load(projectId, workloadArn));
}
