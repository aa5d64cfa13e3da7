import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import fc from 'fast-check';
import { MAX_BODY_BYTES, parseAwsEvent } from '../../../src/automatic/aws-event';
import { transformed } from '../../../sandbox/aws/events/input-transformer';
import type { EventResource } from '../../../sandbox/aws/events/resources';
import { type ApiCall, trailEvent } from '../../../sandbox/aws/events/trail-event';
import { createAws } from '../../../sandbox/aws/index';
import { manualClock } from '../../../sandbox/clock';
import { openStore } from '../../../sandbox/store/store';

const account = '111122223333';
const WORKLOAD_ID = '0123456789abcdef0123456789abcdef';
const ID = '7bf73129-1428-4cd3-a780-95db273d1602';
const ROLE = `arn:aws:iam::${account}:role/Reviewer`;
const AT = Date.UTC(2026, 4, 6, 7, 8, 9);
/** CloudTrail and EventBridge take their time. */
const NOW = AT + 5 * 60_000;

/** As aws/events.yaml sends it. */
const SENT = {
  id: ID,
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.wellarchitected',
  account,
  region: 'eu-west-1',
  time: '2026-05-06T07:08:09Z',
  detail: {
    eventName: 'UpdateAnswer',
    requestParameters: {
      ...{ WorkloadId: WORKLOAD_ID, LensAlias: 'wellarchitected', QuestionId: 'identities' },
      ...{ workloadId: '', lensAlias: '', questionId: '' },
    },
    userIdentity: { sessionContext: { sessionIssuer: { arn: ROLE } } },
  },
};
const EVENT = {
  ...{ id: ID, account, region: 'eu-west-1', workloadId: WORKLOAD_ID, at: AT, eventName: 'UpdateAnswer' },
  ...{ lensAlias: 'wellarchitected', questionId: 'identities', issuerArn: ROLE },
};

const sent = (more: object, detail: object = {}) =>
  JSON.stringify({ ...SENT, ...more, detail: { ...SENT.detail, ...detail } });

function problemOf(body: string): string | undefined {
  const parsed = parseAwsEvent(body, NOW);
  return 'problem' in parsed ? inWords(parsed.problem) : undefined;
}

describe('an event of EventBridge', () => {
  test('says what was called, by whom, and when', () => {
    expect(parseAwsEvent(sent({}), NOW)).toEqual({ event: EVENT });
  });

  test('in the other spelling says the same', () => {
    const requestParameters = {
      workloadId: WORKLOAD_ID,
      lensAlias: 'wellarchitected',
      questionId: 'identities',
    };
    expect(parseAwsEvent(sent({}, { requestParameters }), NOW)).toEqual({ event: EVENT });
  });

  test('of the whole workload, by a user, has no lens, no question and no role', () => {
    const requestParameters = { WorkloadId: WORKLOAD_ID, LensAlias: '', QuestionId: '' };
    const userIdentity = { sessionContext: { sessionIssuer: { arn: '' } } };
    const { lensAlias, questionId, issuerArn, ...rest } = EVENT;
    for (const identity of [userIdentity, {}, undefined]) {
      const detail = { requestParameters, userIdentity: identity };
      expect(parseAwsEvent(sent({}, detail), NOW)).toEqual({ event: rest });
    }
  });

  test.each<[string, string, string]>([
    ['no JSON', '{', 'The body is no JSON.'],
    ['nothing', '', 'The body is no JSON.'],
    ['a list', '[]', 'Not as aws/events.yaml sends it: the body.'],
    ['an id of another form', sent({ id: 'x' }), 'sends it: id.'],
    ['an account of eleven digits', sent({ account: '11112222333' }), 'sends it: account.'],
    ['a Region without the tool', sent({ region: 'cn-north-1' }), 'sends it: region.'],
    ['another source', sent({ source: 'aws.s3' }), 'sends it: source.'],
    ['another kind of event', sent({ 'detail-type': 'Scheduled Event' }), 'sends it: detail-type.'],
    ['no time', sent({ time: 'now' }), 'sends it: time.'],
    ['an operation with a blank', sent({}, { eventName: 'Update Answer' }), 'sends it: detail.eventName.'],
    ['no workload', sent({}, { requestParameters: {} }), 'detail.requestParameters.WorkloadId.'],
    [
      'a workload of another form',
      sent({}, { requestParameters: { WorkloadId: `${WORKLOAD_ID.slice(1)}/` } }),
      'detail.requestParameters.WorkloadId.',
    ],
    [
      'a question longer than AWS has them',
      sent({}, { requestParameters: { WorkloadId: WORKLOAD_ID, QuestionId: 'q'.repeat(129) } }),
      'sends it: detail.requestParameters.QuestionId.',
    ],
    ['two things at a time', sent({ id: 1, account: 2 }), 'sends it: id, account.'],
  ])('is refused: %s', (_what, body, problem) => {
    expect(problemOf(body)).toContain(problem);
  });

  const HOUR = 3_600_000;
  const MINUTE = 60_000;
  test.each<[string, number, 'taken' | 'refused']>([
    ['just now', 0, 'taken'],
    ['a day and the while that CloudTrail takes ago', -24 * HOUR - 30 * MINUTE, 'taken'],
    ['36 hours ago', -36 * HOUR, 'taken'],
    ['a minute before that', -36 * HOUR - MINUTE, 'refused'],
    ['in 1970', -NOW, 'refused'],
    ['in a quarter of an hour, by a clock that is ahead', 15 * MINUTE, 'taken'],
    ['a minute after that', 16 * MINUTE, 'refused'],
    ['in 9999', Date.UTC(9999, 11, 31) - NOW, 'refused'],
  ])('of a call made %s', (_when, ago, end) => {
    const problem = problemOf(sent({ time: new Date(NOW + ago).toISOString() }));
    const refused = 'The event is older than 36 hours, or more than 15 minutes ahead.';
    expect(problem).toBe(end === 'taken' ? undefined : refused);
  });

  test('is refused by its size before it is parsed, counted in bytes', () => {
    const large = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    expect(problemOf(large(MAX_BODY_BYTES + 2))).toBe('The body has more than 64 KiB.');
    expect(problemOf(large(MAX_BODY_BYTES))).toContain('sends it');
  });

  test('of any form throws nothing, and its problem quotes nothing', () => {
    const SECRET = 'quoted-content';
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constant(SECRET),
      fc.dictionary(fc.constant(SECRET), fc.jsonValue()),
    );
    const member = fc.constantFrom(...Object.keys(SENT), SECRET);
    fc.assert(
      fc.property(member, values, (name, value) => {
        const parsed = parseAwsEvent(JSON.stringify({ ...SENT, [name]: value }), NOW);
        if ('problem' in parsed) expect(inWords(parsed.problem)).not.toContain(SECRET);
      }),
    );
  });
});

describe('what the stack of aws/events.yaml sends', () => {
  function transformer() {
    const store = openStore();
    const aws = createAws({ store, clock: manualClock(0) });
    aws.admin.deployEvents({
      webTriggerUrl: 'https://web-trigger.example.invalid/x1/a',
      key: 'k'.repeat(32),
    });
    const made = [...store.table<EventResource>('aws.events.resources').values()];
    const rule = made.find((each) => each.kind === 'rule');
    return rule!.targets[0]!.transformer!;
  }

  const user = {
    kind: 'user',
    arn: `arn:aws:iam::${account}:user/reviewer`,
    userId: 'AIDA',
    account,
  } as const;
  const answer: ApiCall = {
    ...{ name: 'UpdateAnswer', region: 'eu-west-1', caller: { ...user, principalArn: user.arn }, at: AT },
    parameters: { WorkloadId: WORKLOAD_ID, LensAlias: 'wellarchitected', QuestionId: 'identities' },
  };

  test.each<[string, ApiCall, object]>([
    ['of an answer', answer, { lensAlias: 'wellarchitected', questionId: 'identities' }],
    [
      'of a role',
      { ...answer, caller: { ...answer.caller, kind: 'session', principalArn: ROLE } },
      { issuerArn: ROLE },
    ],
    [
      'of a deleted workload',
      { ...answer, name: 'DeleteWorkload', parameters: { WorkloadId: WORKLOAD_ID } },
      { eventName: 'DeleteWorkload' },
    ],
  ])('%s is understood', (_what, call, expected) => {
    const body = transformed(transformer(), trailEvent(call, 1))!;
    expect(parseAwsEvent(body, NOW)).toMatchObject({
      event: { account, region: 'eu-west-1', workloadId: WORKLOAD_ID, at: AT, ...expected },
    });
  });
});
