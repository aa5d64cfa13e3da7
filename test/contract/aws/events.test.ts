/** The rule of `aws/events.yaml`, judged by another EventBridge: which events it takes, and what it sends of them. */
import { expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parsePattern } from '../../../sandbox/aws/events/event-pattern';
import { transformed } from '../../../sandbox/aws/events/input-transformer';
import type { EventResource } from '../../../sandbox/aws/events/resources';
import { type ApiCall, trailEvent } from '../../../sandbox/aws/events/trail-event';
import { createAws } from '../../../sandbox/aws/index';
import { manualClock } from '../../../sandbox/clock';
import { openStore } from '../../../sandbox/store/store';

const hasMoto = spawnSync('python3', ['-c', 'import boto3, moto, jsonpath_ng']).status === 0;
if (!hasMoto) process.stderr.write('SKIPPED: no python3 with moto, boto3 and jsonpath_ng on the PATH\n');

/** Loading moto takes a machine that is busy its time. */
const MOTO_MS = 180_000;

const ROLE = 'arn:aws:iam::111122223333:role/WellArchitectedBacklog';
const account = '111122223333';

const user = { kind: 'user', arn: `arn:aws:iam::${account}:user/reviewer`, userId: 'AIDA', account } as const;
const caller = { ...user, principalArn: user.arn };

/** A session of a role. */
function session(roleArn: string): ApiCall['caller'] {
  const arn = roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  return { kind: 'session', arn: `${arn}/run`, userId: 'AROA:run', account, principalArn: roleArn };
}

const at = { WorkloadId: '0123456789abcdef0123456789abcdef', LensAlias: 'wellarchitected', QuestionId: 'q' };
const call: ApiCall = { name: 'UpdateAnswer', region: 'us-east-1', caller, parameters: at, at: 0 };

const CALLS: readonly (readonly [string, ApiCall, boolean])[] = [
  ['a user’s answer', call, true],
  ['a role’s answer', { ...call, caller: session(`arn:aws:iam::${account}:role/Reviewer`) }, true],
  ['the app’s answer', { ...call, caller: session(ROLE) }, false],
  ['a role whose name begins as the app’s', { ...call, caller: session(`${ROLE}2`) }, true],
  ['a refused one', { ...call, error: { code: 'AccessDenied', message: 'm' } }, false],
  ['an upgrade', { ...call, name: 'UpgradeLensReview' }, true],
  ['a new workload', { ...call, name: 'CreateWorkload' }, false],
  ['a milestone', { ...call, name: 'CreateMilestone' }, false],
  [
    'a deleted workload',
    { ...call, name: 'DeleteWorkload', parameters: { WorkloadId: at.WorkloadId } },
    true,
  ],
  [
    'the other spelling',
    { ...call, parameters: { workloadId: at.WorkloadId, lensAlias: 'l', questionId: 'q' } },
    true,
  ],
];

/** What the stack makes, by kind. */
function resources(): Readonly<Record<string, EventResource>> {
  const store = openStore();
  const aws = createAws({ store, clock: manualClock(0) });
  aws.admin.deployEvents({
    webTriggerUrl: 'https://web-trigger.example.invalid/x1/abc',
    key: 'k'.repeat(32),
  });
  const all = [...store.table<EventResource>('aws.events.resources').values()];
  return Object.fromEntries(all.map((each) => [each.kind, each]));
}

(hasMoto ? it : it.skip)(
  'takes the same events, and sends the same of them, in moto',
  () => {
    const made = resources();
    const { rule } = made;
    if (rule?.kind !== 'rule') throw new Error('the stack has no rule');
    const events = CALLS.map(([, each], number) => trailEvent(each, number));
    const credentials = { AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' };
    const options = { input: JSON.stringify({ ...made, events }), env: { ...process.env, ...credentials } };
    const script = path.join(__dirname, 'events.py');
    const theirs = JSON.parse(execFileSync('python3', [script], options).toString()) as readonly object[];
    const matches = parsePattern(rule.pattern);
    for (const [index, [what, , taken]] of CALLS.entries()) {
      const event = events[index];
      const body = JSON.parse(transformed(rule.targets[0]!.transformer!, event) ?? 'null') as unknown;
      expect({ what, matches: taken, body }).toEqual({ what, ...theirs[index] });
      expect({ what, matches: matches(event) }).toEqual({ what, matches: taken });
    }
  },
  MOTO_MS,
);
