/** Write-back within what Forge lets a runtime send: 100 requests a minute (Forge limits, "Egress"). */
import { afterEach, expect, test } from '@jest/globals';
import { createConnectionAnswers } from '../../../src/connection/create-answers';
import type { AwsPorts } from '../../../src/connection/aws-ports';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import { createPacer, FORGE_EGRESS } from '../../../src/wellarchitected/client/pacer';
import { installRecordedAws, type Recorded, type RecordedAws } from '../wellarchitected/recorded-aws';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, KEY } from './a-connection';
import { assumed } from './sts-answers';

let aws: RecordedAws | undefined;
afterEach(() => aws?.uninstall());

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

/** A clock that nothing but waiting moves: AWS answers at once, which is the worst case. */
function waiting(): AwsPorts & { readonly sleep: (ms: number) => Promise<void> } {
  let now = START;
  const clock = { now: () => now };
  const sleep = (ms: number) => Promise.resolve(void (now += ms));
  return { pacer: createPacer(FORGE_EGRESS, clock, sleep), clock, sleep, maxAttempts: 1 };
}

function busiestMinute(times: readonly number[]): number {
  const inMinuteFrom = (start: number) => times.filter((at) => at >= start && at < start + MINUTE).length;
  return Math.max(...times.map(inMinuteFrom));
}

test('200 answers of two workloads, read and written through one process, never go out too fast', async () => {
  const awsPorts = waiting();
  const { clock } = awsPorts;
  const times: number[] = [];
  const sentNow = (answer: Recorded) => () => {
    times.push(clock.now());
    return answer;
  };
  aws = installRecordedAws({
    AssumeRole: () => sentNow(assumed(1, new Date(clock.now() + 15 * MINUTE)))(),
    GetAnswer: sentNow({ json: { Answer: {} } }),
    UpdateAnswer: sentNow({ json: { Answer: {} } }),
  });
  const workloads = [WORKLOAD_ARN, WORKLOAD_ARN.replace(/.$/, '0')].map((arn) =>
    createConnectionAnswers(
      { connection: CONNECTION, key: KEY, runId: 'run', site: 'site' },
      parseWorkloadArn(arn)!,
      awsPorts,
    ),
  );
  for (let question = 0; question < 100; question += 1) {
    const ref = { lensAlias: 'wellarchitected', questionId: `q${question}` };
    for (const answers of workloads) {
      await answers.read(ref);
      await answers.update(ref, { notes: 'x' });
    }
  }
  expect(times).toHaveLength(402);
  expect(workloads.map((answers) => answers.calls())).toEqual([201, 201]);
  expect(busiestMinute(times)).toBeLessThanOrEqual(100);
  const minutes = (clock.now() - START) / MINUTE;
  expect(minutes).toBeGreaterThan(402 / 100 - 1);
  expect(minutes).toBeLessThan(402 / 55);
});
