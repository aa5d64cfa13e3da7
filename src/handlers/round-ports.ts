/** What holds for runs of automatic mode alone. */
import type { Run } from '../runs/model';
import type { EffectiveSettings } from '../settings/model';
import { Pause } from '../sync/pause';
import type { SyncPorts } from '../sync/ports';
import { connectorWrites } from '../wellarchitected/aws-connector';
import type { Workload } from '../wellarchitected/model';
import type { ReviewSource } from '../wellarchitected/source';
import { CONNECTOR_WORDS } from './aws-connector';
import { automaticLink } from './automatic-link';
import { touches } from './automatic-stores';

/** A round ends before its first change where automatic mode was switched off or two connectors would write. */
export function roundPorts(
  { workloadArn, needsQuietWorkload = false }: Run,
  source: ReviewSource,
): Pick<SyncPorts, 'objection' | 'isStill'> {
  return {
    objection: async ({ workload }) => {
      const found = await automaticLink(workloadArn);
      if (found === undefined) return 'Automatic mode was switched off meanwhile.';
      if (needsQuietWorkload) waitUntilStill(workload, found.settings);
      if (found.settings.besideAwsConnector === true) return undefined;
      if (workload.awsConnector === 'DISABLED') return undefined;
      const account = workload.awsConnector === 'ENABLED' ? 'ENABLED' : await source.accountConnector();
      return connectorWrites(workload, account) ? CONNECTOR_WORDS : undefined;
    },
    isStill: async ({ lens, question }) => {
      if (question === undefined) return true;
      const quiet = (await automaticLink(workloadArn))?.settings.quietSeconds ?? 0;
      const subjects = [
        { direction: 'aws', workloadArn, question },
        { direction: 'jira', workloadArn, ...(lens === undefined ? {} : { lens }), question },
      ] as const;
      const still = await Promise.all(subjects.map((subject) => touches.isStill(subject, quiet)));
      return still.every(Boolean);
    },
  };
}

/** Throws Pause while the workload was changed within the quiet time, by AWS's clock: people are at work. */
function waitUntilStill({ updatedAt }: Workload, { quietSeconds }: EffectiveSettings): void {
  const left = Math.ceil((updatedAt - Date.now()) / 1000) + quietSeconds;
  if (left > 0) throw new Pause('The review was changed a moment ago', left);
}
