/** What holds for automatic runs alone: what they ask before they change anything. */
import type { Clock } from '../clock';
import { EVERY_MS } from '../runs/progress';
import type { Run } from '../runs/model';
import type { EffectiveSettings } from '../settings/model';
import { Pause } from '../sync/pause';
import type { Objection, SyncPorts } from '../sync/ports';
import { connectorWrites } from '../wellarchitected/aws-connector';
import type { Workload } from '../wellarchitected/model';
import type { ReviewSource } from '../wellarchitected/source';
import { automaticLink, type AutomaticLink, type AutomaticLinkPorts } from './automatic-link';
import { TWO_CONNECTORS } from './beside-connector';
import { because } from './reasons';
import type { PendingChanges } from './pending-changes';

const SWITCHED_OFF: Objection = because('automatic-off');

export interface AutomaticRunGuardPorts extends AutomaticLinkPorts {
  readonly pendingChanges: Pick<PendingChanges, 'quietIn' | 'ofWorkload'>;
  readonly clock: Clock;
}

/** The run ends before its first change where automatic mode was switched off or two connectors would write. */
export function guardAutomaticRun(
  { workloadArn, needsQuietWorkload = false }: Pick<Run, 'workloadArn' | 'needsQuietWorkload'>,
  source: Pick<ReviewSource, 'accountConnector'>,
  ports: AutomaticRunGuardPorts,
): Required<Pick<SyncPorts, 'objection' | 'isQuiet' | 'waiting'>> {
  const link = linkNow(workloadArn, ports);
  return {
    objection: async ({ workload }) => {
      const found = await link();
      if (found === undefined) return SWITCHED_OFF;
      if (needsQuietWorkload) await waitUntilQuiet(workload, found.settings, ports);
      if (found.settings.besideAwsConnector === true) return undefined;
      if (workload.awsConnector === 'DISABLED') return undefined;
      const account = workload.awsConnector === 'ENABLED' ? 'ENABLED' : await source.accountConnector();
      return connectorWrites(workload, account) ? TWO_CONNECTORS : undefined;
    },
    waiting: async () => {
      const changes = await ports.pendingChanges.ofWorkload(workloadArn);
      return changes.flatMap(({ subject: { direction, workloadArn: workload, ...question } }) =>
        direction === 'jira' ? [{ workload, ...question }] : [],
      );
    },
    isQuiet: async ({ lens, question }) => {
      if (question === undefined) return true;
      const quiet = (await link())?.settings.quietSeconds ?? 0;
      const sides = [
        { direction: 'aws', workloadArn, question },
        { direction: 'jira', workloadArn, ...(lens === undefined ? {} : { lens }), question },
      ] as const;
      const left = await Promise.all(sides.map((side) => ports.pendingChanges.quietIn(side, quiet)));
      return left.every((seconds) => seconds === 0);
    },
  };
}

/** Read from storage at most once a second. */
function linkNow(
  workloadArn: string,
  ports: AutomaticRunGuardPorts,
): () => Promise<AutomaticLink | undefined> {
  let readAt = -Infinity;
  let last: Promise<AutomaticLink | undefined> = Promise.resolve(undefined);
  return () => {
    if (ports.clock.now() - readAt < EVERY_MS) return last;
    readAt = ports.clock.now();
    last = automaticLink(workloadArn, ports);
    return last;
  };
}

/** Throws Pause while the workload was changed within the quiet time: people are at work. */
async function waitUntilQuiet(
  workload: Workload,
  { quietSeconds }: EffectiveSettings,
  { pendingChanges }: Pick<AutomaticRunGuardPorts, 'pendingChanges'>,
): Promise<void> {
  const changed = { direction: 'aws', workloadArn: workload.arn } as const;
  const left = leftByAws(workload, quietSeconds) ?? (await pendingChanges.quietIn(changed, quietSeconds));
  if (left > 0) throw new Pause(because('review-just-changed'), left);
}

/** How far UpdatedAt may be ahead of the Date of the answer that carries it, which has whole seconds. */
const ONE_CLOCK_MS = 2000;

/**
 * Seconds of the quiet time that are left by AWS's clock, of which are both the change and the answer that tells of
 * it; ours may be a day behind. Undefined where AWS gave no time: then it counts from when the change was noted.
 */
function leftByAws({ updatedAt, readAt }: Workload, quietSeconds: number): number | undefined {
  if (readAt === undefined || updatedAt > readAt + ONE_CLOCK_MS) return undefined;
  return Math.ceil((updatedAt - readAt) / 1000) + quietSeconds;
}
