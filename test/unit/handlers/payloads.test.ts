/** What is said of a payload that is not valid: which field, what is wrong, never what was sent. */
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import * as payloads from '../../../src/handlers/payloads';
import { inWords } from '../../../src/in-words';
import { WORKLOAD_ARN } from '../../builders/review';

test.each<[string, z.ZodType, unknown, string]>([
  ['no project', payloads.project, {}, 'projectKey: must be a text'],
  [
    'another id',
    payloads.run,
    { projectKey: 'wa', runId: '?' },
    'projectKey: must be a space key such as WA; runId: must be an id',
  ],
  [
    'a field of a connection',
    payloads.newConnection,
    {
      name: 'Production',
      roleArn: 'arn:aws:iam::111122223333:user/a',
      regions: ['eu-west-1'],
      access: 'read-only',
    },
    'roleArn: This is not a role. Enter the ARN of an IAM role: arn:aws:iam::<12-digit account>:role/<name>.',
  ],
  ['nothing at all', payloads.project, undefined, 'payload: must be an object'],
  [
    'what the app does not know',
    payloads.run,
    { projectKey: 'WA', runId: 'r1', page: 1 },
    'payload: has members that the app does not know: page',
  ],
  ['one of few', payloads.partition, { partition: 'aws-cn' }, 'partition: must be one of aws, aws-us-gov'],
  ['too short a text', payloads.auditPage, { cursor: '' }, 'cursor: must have at least 1 character'],
  [
    'too small a number',
    payloads.planPage,
    { projectKey: 'WA', runId: 'r1', page: -1 },
    'page: must be at least 0',
  ],
  [
    'within a list',
    payloads.serve,
    { connectionId: 'c1', serves: [{ projectKey: 'wa' }] },
    'serves.0.projectKey: Enter a space key in capitals, such as WA.',
  ],
  [
    'Regions of both partitions',
    payloads.newConnection,
    { name: 'P', regions: ['eu-west-1', 'us-gov-west-1'], access: 'read-only' },
    'regions: Choose Regions of the commercial Regions (arn:aws) or of GovCloud (arn:aws-us-gov), not of both: they are separate AWS accounts.',
  ],
  [
    'a decision of what is no work item',
    payloads.startSync,
    {
      ...{ projectKey: 'WA', workloadArn: WORKLOAD_ARN, mode: 'preview' },
      settle: [
        { issueKey: 'WA-12', keep: 'aws' },
        ...madeUpKeys().map((issueKey) => ({ issueKey, keep: 'aws' })),
      ],
      proposals: [{ kind: 'twin', issueKey: 'x'.repeat(290), take: true }],
    },
    ['settle.1', 'settle.2', 'settle.3', 'proposals.0']
      .map((at) => `${at}.issueKey: must be the key of a work item, such as WA-12`)
      .join('; '),
  ],
  [
    'a place in the log by the name of a chain',
    payloads.auditCheck,
    { cursor: 'site' },
    'cursor: must be the cursor of the page before',
  ],
  ...[{ recreate: true }, { removeBlocks: true }, { adoption: 'adopt' }].map(
    (more): [string, z.ZodType, unknown, string] => [
      `${Object.keys(more).join()} without a preview`,
      payloads.startSync,
      { projectKey: 'WA', workloadArn: WORKLOAD_ARN, mode: 'sync', ...more },
      'fingerprint: must be that of a preview: work items are made again or adopted, and Jira status is taken out of notes, only as a preview showed it',
    ],
  ),
])('%s', (_what, schema, sent, said) => {
  const { error } = schema.safeParse(sent);
  expect(inWords(payloads.problemsOf(error!))).toBe(`The request is not valid: ${said}`);
});

const selection = (questions: number, id: string) => ({
  questionIds: Array.from({ length: questions }, (_, nth) => `${nth}${id}`),
});
const LONGEST_KEY = `${'K'.repeat(32)}-1000000000`;
const link = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };
const tooMuch = 'must take at most 65,536 bytes as JSON: take some of it out';

test.each<[string, z.ZodType, unknown, string]>([
  [
    'characters of two bytes each',
    payloads.saveSettings,
    { ...link, settings: { selection: selection(1000, 'é'.repeat(32)) } },
    `settings.selection: ${tooMuch}`,
  ],
  [
    'characters that JSON writes with two',
    payloads.saveSiteSettings,
    { settings: { projectConnections: true, selection: selection(300, '"'.repeat(120)) } },
    `settings.selection: ${tooMuch}`,
  ],
  [
    'the selection of a run',
    payloads.startSync,
    { ...link, mode: 'preview', selection: selection(1000, 'x'.repeat(100)) },
    `selection: ${tooMuch}`,
  ],
  [
    'decisions of a run',
    payloads.startSync,
    {
      ...{ ...link, mode: 'preview' },
      settle: Array.from({ length: 1000 }, () => ({ issueKey: LONGEST_KEY, keep: 'aws' })),
      proposals: Array.from({ length: 1000 }, () => ({
        kind: 'twin',
        issueKey: LONGEST_KEY,
        take: true,
      })),
    },
    `settle: ${tooMuch}; proposals: ${tooMuch}`,
  ],
])('more than storage takes, in members that are each short enough: %s', (_what, schema, sent, said) => {
  const { error } = schema.safeParse(sent);
  expect(inWords(payloads.problemsOf(error!))).toBe(`The request is not valid: ${said}`);
});

test('a thousand decisions and a thousand questions of the usual length are taken', () => {
  const decisions = Array.from({ length: 1000 }, (_, nth) => ({ issueKey: `PLATFORM-${10_000 + nth}` }));
  const sent = {
    ...{ ...link, mode: 'preview', selection: selection(1000, 'securely-operate-workloads-in-the-cloud') },
    settle: decisions.map((each) => ({ ...each, keep: 'jira' })),
  };
  expect(payloads.startSync.safeParse(sent).success).toBe(true);
});

const SCHEMAS = Object.entries<unknown>({ ...payloads, ...payloads.ofProject }).filter(
  (each): each is [string, z.ZodType] => each[1] instanceof z.ZodType,
);

test.each(SCHEMAS)('%s takes no stack for what nests deep', (_name, schema) => {
  let deep: unknown = 0;
  for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { projectKey: deep };
  for (const sent of [deep, { projectKey: deep, search: deep, settings: deep, workloads: [deep] }])
    expect(() => schema.safeParse(sent)).not.toThrow();
});

function madeUpKeys(): readonly string[] {
  return ['x'.repeat(290), `WA${'A'.repeat(280)}-1`, `WA-${'1'.repeat(280)}`];
}

test('ten problems at most', () => {
  const serves = Array.from({ length: 20 }, () => ({ projectKey: '?' }));
  const { error } = payloads.serve.safeParse({ connectionId: 'c1', serves });
  expect(payloads.problemsOf(error!).params.problems).toHaveLength(10);
});
