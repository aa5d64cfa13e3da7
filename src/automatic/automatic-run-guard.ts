/** What holds for automatic runs alone: what they ask before they change anything. */
import type { Clock } from '../clock';
import type { Run } from '../runs/model';
import type { EffectiveSettings } from '../settings/model';
import { Pause } from '../sync/pause';
import type { Objection, SyncPorts } from '../sync/ports';
import { connectorWrites } from '../wellarchitected/aws-connector';
import type { Workload } from '../wellarchitected/model';
import type { ReviewSource } from '../wellarchitected/source';
import { automaticLink, type AutomaticLinkPorts } from './automatic-link';
import { TWO_CONNECTORS } from './beside-connector';
import { because } from './reasons';
import type { PendingChanges } from './pending-changes';
import type { WaitingQuestions } from './waiting-questions';

const SWITCHED_OFF: Objection = because('automatic-off');

export interface AutomaticRunGuardPorts extends AutomaticLinkPorts {
  readonly pendingChanges: Pick<PendingChanges, 'isQuiet'>;
  readonly waitingQuestions: Pick<WaitingQuestions, 'of'>;
  readonly clock: Clock;
}

/** The run ends before its first change where automatic mode was switched off or two connectors would write. */
export function guardAutomaticRun(
  { workloadArn, needsQuietWorkload = false }: Pick<Run, 'workloadArn' | 'needsQuietWorkload'>,
  source: Pick<ReviewSource, 'accountConnector'>,
  ports: AutomaticRunGuardPorts,
): Required<Pick<SyncPorts, 'objection' | 'isQuiet' | 'waiting'>> {
  return {
    objection: async ({ workload }) => {
      const found = await automaticLink(workloadArn, ports);
      if (found === undefined) return SWITCHED_OFF;
      if (needsQuietWorkload) waitUntilQuiet(workload, found.settings, ports.clock);
      if (found.settings.besideAwsConnector === true) return undefined;
      if (workload.awsConnector === 'DISABLED') return undefined;
      const account = workload.awsConnector === 'ENABLED' ? 'ENABLED' : await source.accountConnector();
      return connectorWrites(workload, account) ? TWO_CONNECTORS : undefined;
    },
    waiting: async () => {
      const refs = await ports.waitingQuestions.of(workloadArn);
      return refs.map(({ workloadArn: workload, ...question }) => ({ workload, ...question }));
    },
    isQuiet: async ({ lens, question }) => {
      if (question === undefined) return true;
      const quiet = (await automaticLink(workloadArn, ports))?.settings.quietSeconds ?? 0;
      const sides = [
        { direction: 'aws', workloadArn, question },
        { direction: 'jira', workloadArn, ...(lens === undefined ? {} : { lens }), question },
      ] as const;
      const areQuiet = await Promise.all(sides.map((side) => ports.pendingChanges.isQuiet(side, quiet)));
      return areQuiet.every(Boolean);
    },
  };
}

/** Throws Pause while the workload was changed within the quiet time, by AWS's clock: people are at work. */
function waitUntilQuiet({ updatedAt }: Workload, { quietSeconds }: EffectiveSettings, clock: Clock): void {
  const left = Math.ceil((updatedAt - clock.now()) / 1000) + quietSeconds;
  if (left > 0) throw new Pause(because('review-just-changed'), left);
}
