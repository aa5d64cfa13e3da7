/** A platform after a first sync, in automatic mode and with nothing queued. */
import { continueRun } from '../../../src/runs/continue-run';
import { startRun } from '../../../src/runs/start-run';
import type { LinkSettings } from '../../../src/settings/model';
import { MemoryPlatform, PROJECT } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

export const QUIET = 120;

export async function synced(settings: Partial<LinkSettings> = {}): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.automatic({ quietSeconds: QUIET, ...settings });
  await syncOnce(platform);
  return platform;
}

/** A run of a person, to its end. */
export async function syncOnce(platform: MemoryPlatform): Promise<void> {
  const run = await startRun(
    {
      ...{ site: 'a-site', startedBy: 'project admin', projectId: PROJECT.id, mode: 'sync' },
      ...{ workloadArn: WORKLOAD_ARN, workloadName: 'Web shop', selection: {}, recreate: false },
      ...{ settle: [], confirm: false },
    },
    platform,
  );
  await continueRun({ runId: run.id }, 'a-site', platform);
  forget(platform);
}

/** What was queued and asked. */
export function forget(platform: MemoryPlatform): void {
  platform.jobs.length = 0;
  platform.aws.asked.length = 0;
  platform.aws.answers.asked.length = 0;
}

/** The issue of a best practice, by its id. */
export function cardOf({ board }: MemoryPlatform, choice: string): string {
  return board.all().find(({ property }) => property?.choice === choice)?.id ?? '';
}
