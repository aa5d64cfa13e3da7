/** Sentences that earlier versions stored where reasons stand now. */
import { describe, expect, test } from '@jest/globals';
import { attentionRecord } from '../../../src/automatic/attention';
import { connectionRecord } from '../../../src/connection/model';
import { runRecord } from '../../../src/runs/model';
import { runOutcomeRecord, runPlanRecord } from '../../../src/runs/records';
import { decode } from '../../../src/storage/decode';

const text = (words: string) => ({ code: 'text', params: { text: words } });

/** What the current code makes of a record of that version. */
function read(definition: Parameters<typeof decode>[0], stored: unknown): unknown {
  const reading = decode(definition, 'a key', stored);
  return reading.kind === 'value' ? reading.value : reading.kind;
}

describe('a run', () => {
  const RUN = { id: 'r', workloadArn: 'arn', projectId: '1', mode: 'sync', state: 'waiting', selection: {} };

  test.each([
    ['Creating issues', 'creating-issues'],
    ['Waiting for its turn', 'run-queued'],
    ['Done', 'run-done'],
    ['In words of another version', 'preparing'],
  ])('that says "%s" has a code for it: %s', (step, code) => {
    for (const stored of [
      { ...RUN, step },
      { ...RUN, step, v: 2 },
    ])
      expect(read(runRecord, stored)).toMatchObject({ step: code });
  });

  test('that waits or failed says why as a text', () => {
    expect(read(runRecord, { ...RUN, message: 'Jira is down.', v: 2 })).toMatchObject({
      message: text('Jira is down.'),
    });
    expect(read(runRecord, { ...RUN, v: 2 })).not.toHaveProperty('message');
  });
});

describe('an outcome', () => {
  const remark = (code: string) => ({ key: 'WA-2', title: 'One', code, reason: 'Somebody did.' });
  const OUTCOME = { kind: 'refused', fingerprint: 'f', planned: {}, planPages: 1 };

  test.each([
    ['moved-apart', ['aws', 'jira']],
    ['notes-edited', ['aws', 'jira']],
    ['notes-broken', ['aws']],
    ['notes-full', undefined],
    ['text-edited', undefined],
    ['toString', undefined],
  ])('has its remarks as texts, and %s is settled by %j', (code, settledBy) => {
    const outcome = read(runOutcomeRecord, { ...OUTCOME, conflicts: [remark(code)] });
    const told = { key: 'WA-2', title: 'One', ...text('Somebody did.') };
    expect(outcome).toMatchObject({ failed: [] });
    expect((outcome as { conflicts: unknown }).conflicts).toEqual([
      { ...told, ...(settledBy ? { settledBy } : {}) },
    ]);
  });

  test('that was refused has a text for each line', () => {
    expect(read(runOutcomeRecord, { ...OUTCOME, refusal: 'One.\nTwo.' })).toMatchObject({
      refusal: [text('One.'), text('Two.')],
    });
  });
});

test('a page of a plan has texts for its changes', () => {
  const ofIssue = { key: 'WA-2', title: 'One' };
  const stored = [
    { kind: 'create', level: 'epic', title: 'Shop', labels: [] },
    { kind: 'update', ...ofIssue, changes: ['title: "a" → "b"'] },
    { kind: 'close', ...ofIssue, reason: 'It is selected.' },
    { kind: 'notes', ...ofIssue, what: 'add' },
  ];
  expect(read(runPlanRecord, stored)).toEqual({
    changes: [
      stored[0],
      { kind: 'update', ...ofIssue, changes: [text('title: "a" → "b"')] },
      { kind: 'close', ...ofIssue, reason: text('It is selected.') },
      stored[3],
    ],
  });
});

test('a connection has texts for what its tests found', () => {
  const check = { what: 'role', result: 'failed' };
  const CONNECTION = {
    ...{ id: '07'.repeat(8), name: 'Production', owner: { kind: 'site' }, externalId: '07'.repeat(16) },
    ...{ regions: ['eu-west-1'], access: 'read-only', auth: { kind: 'accessKey' } },
    ...{ createdAt: 'then', createdBy: 'somebody' },
  };
  const test = { region: 'eu-west-1', at: 'then', ok: false };
  const stored = { ...CONNECTION, tests: [{ ...test, checks: [{ ...check, message: 'AWS refuses.' }] }] };
  expect(read(connectionRecord, stored)).toMatchObject({
    tests: [{ ...test, checks: [{ ...check, reason: text('AWS refuses.') }] }],
  });
  expect(read(connectionRecord, CONNECTION)).toMatchObject({ tests: [] });
});

test('a notice has a text for each line', () => {
  const stored = { why: 'blocked', message: 'No Epics.\nNo Tasks.', at: 'then' };
  expect(read(attentionRecord, stored)).toEqual({
    ...{ why: 'blocked', at: 'then', reasons: [text('No Epics.'), text('No Tasks.')] },
  });
});

test.each([
  ['a remark without its sentence', runOutcomeRecord, { fingerprint: 'f', failed: [{ title: 'One' }] }],
  ['a notice without a message', attentionRecord, { why: 'failed', at: 'then' }],
  ['a plan that is none', runPlanRecord, { changes: [] }],
])('what its version never was cannot be read: %s', (_, definition, stored) => {
  expect(read(definition as Parameters<typeof decode>[0], stored)).toBe('problem');
});
