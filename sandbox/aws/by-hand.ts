/** What reviewers do in the console: calls of the API like all others, for whoever listens to them. */
import type { Site } from './endpoint';
import { partitionOf } from './regions';
import type { WorkloadRecord } from './wellarchitected/records';

/** Tells EventBridge of a call that the user `reviewer` of the workload's account made. */
export function byHand(
  { events, clock }: Pick<Site, 'events' | 'clock'>,
  { id, owner, region }: WorkloadRecord,
  name: string,
  parameters: Readonly<Record<string, unknown>> = {},
): void {
  const arn = `arn:${partitionOf(region)}:iam::${owner}:user/reviewer`;
  events.put({
    name,
    region,
    caller: { kind: 'user', arn, userId: 'AIDAREVIEWEREXAMPLE00', account: owner, principalArn: arn },
    parameters: { WorkloadId: id, ...parameters },
    at: clock.now(),
  });
}
