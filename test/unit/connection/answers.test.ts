/** Single answers, read and changed on the AWS stand-in through the role's own policy. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createConnectionAnswers } from '../../../src/connection/create-answers';
import type { UpstreamError } from '../../../src/upstream-error';
import type { Answers } from '../../../src/wellarchitected/answers';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { connect, ON_THE_STAND_IN, type Connected, type Wanted } from './stand-in-site';

let site: Connected | undefined;
afterEach(() => site?.close());

const QUESTION = { lensAlias: 'wellarchitected', questionId: 'priorities' };
const PRACTICES = ['ops_priorities_ext_cust_needs', 'ops_priorities_int_cust_needs'] as const;

function open(wanted: Wanted = {}): { answers: Answers; site: Connected; workloadId: string } {
  site = connect(wanted);
  const workload = parseWorkloadArn(site.aws.admin.workloads()[0]!.arn)!;
  const { connection, key } = site;
  const run = { connection, key, runId: 'run-1', site: 'site' };
  const answers = createConnectionAnswers(run, workload, ON_THE_STAND_IN);
  return { answers, site, workloadId: workload.id };
}

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  return promise.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: unknown) => error as UpstreamError,
  );
}

test('an unanswered question has no notes and nothing selected', async () => {
  const { answers } = open();
  const answer = await answers.read(QUESTION);
  expect(answer.notes).toBe('');
  expect([answer.selected.size, answer.notApplicable.size]).toEqual([0, 0]);
  expect([...answer.practices]).toEqual(expect.arrayContaining([...PRACTICES]));
  expect(answer.noneOfThese.filter((id) => answer.practices.has(id))).toEqual([]);
});

test('notes are replaced, and choices stay as they are', async () => {
  const {
    answers,
    site: { aws },
    workloadId,
  } = open();
  aws.admin.setAnswer(workloadId, 'wellarchitected', QUESTION.questionId, {
    SelectedChoices: [PRACTICES[0]],
    Notes: 'before',
  });
  const written = await answers.update(QUESTION, { notes: 'after' });
  expect(written).toEqual(await answers.read(QUESTION));
  expect(written.notes).toBe('after');
  expect([...written.selected]).toEqual([PRACTICES[0]]);
});

test('choices are changed one by one, and notes stay as they are', async () => {
  const { answers } = open();
  await answers.update(QUESTION, { notes: 'a person wrote this' });
  await answers.update(QUESTION, { choices: new Map([[PRACTICES[0], { status: 'SELECTED' }]]) });
  const both = await answers.update(QUESTION, {
    choices: new Map([[PRACTICES[1], { status: 'NOT_APPLICABLE', reason: 'OUT_OF_SCOPE' }]]),
  });
  expect(both.notes).toBe('a person wrote this');
  expect([...both.selected]).toEqual([PRACTICES[0]]);
  expect([...both.notApplicable]).toEqual([PRACTICES[1]]);
  const cleared = await answers.update(QUESTION, {
    choices: new Map([[PRACTICES[0], { status: 'UNSELECTED' }]]),
  });
  expect([...cleared.selected]).toEqual([]);
});

test('people’s notes come back byte for byte, whatever is in them', async () => {
  const { answers } = open();
  const anyNotes = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => text.length <= 2084);
  await fc.assert(
    fc.asyncProperty(anyNotes, async (notes) => {
      expect((await answers.update(QUESTION, { notes: notes })).notes).toBe(notes);
      expect((await answers.read(QUESTION)).notes).toBe(notes);
    }),
    { numRuns: 30 },
  );
});

test('one session serves all calls on a workload, and they are counted', async () => {
  const {
    answers,
    site: { operations },
  } = open();
  await answers.read(QUESTION);
  await answers.update(QUESTION, { notes: 'x' });
  expect(operations).toEqual(['AssumeRole', 'GetAnswer', 'UpdateAnswer']);
  expect(answers.calls()).toBe(3);
});

test('a question that is not there is named', async () => {
  const { answers } = open();
  const error = await failure(answers.read({ ...QUESTION, questionId: 'no-such' }));
  expect(error.details.code).toBe('ResourceNotFoundException');
  expect(error.message).toContain('question no-such of workload arn:aws:wellarchitected:');
});

test('a role without the permission is told by action, and what to add', async () => {
  const { answers } = open({
    permissions: (statements) => statements.filter(({ Sid }) => Sid !== 'WriteAnswers'),
  });
  const error = await failure(answers.update(QUESTION, { notes: 'x' }));
  expect(error.message).toMatch(/wellarchitected:UpdateAnswer .*WriteAnswers/);
});

test('a read-only connection opens no answers at all', () => {
  expect(() => open({ access: 'read-only' })).toThrow(/may only read/);
});

test('a workload of a Region that the connection does not cover is refused', () => {
  site = connect();
  const { connection, key } = site;
  const elsewhere = parseWorkloadArn(WORKLOAD_ARN.replace('eu-west-1', 'sa-east-1'))!;
  const run = { connection, key, runId: 'run-1', site: 'site' };
  expect(() => createConnectionAnswers(run, elsewhere, ON_THE_STAND_IN)).toThrow(/covers eu-west-1/);
});

describe('an own write', () => {
  /** More than any delay of this test, less than the five minutes for which AWS takes a signature. */
  const AHEAD = 120_000;

  test('is known by the time at which AWS answered it, on AWS’s clock; a read has none', async () => {
    const { answers, site } = open();
    site.aws.admin.skewClock(AHEAD);
    await answers.read(QUESTION);
    expect(answers.lastWriteAt()).toBeUndefined();
    const before = Date.now() + AHEAD;
    await answers.update(QUESTION, { notes: 'x' });
    const at = answers.lastWriteAt() ?? 0;
    expect(at % 1000).toBe(0);
    expect(at).toBeGreaterThan(before - 1000);
    expect(at).toBeLessThanOrEqual(Date.now() + AHEAD);
  });

  test('moves the workload to that second or the one before, which one call in the same session tells', async () => {
    const { answers, site } = open();
    const before = (await answers.workload()).updatedAt;
    site.aws.admin.skewClock(AHEAD);
    await answers.update(QUESTION, { notes: 'x' });
    const after = (await answers.workload()).updatedAt;
    expect(after - before).toBeGreaterThanOrEqual(AHEAD);
    const apart = (answers.lastWriteAt() ?? 0) - Math.floor(after / 1000) * 1000;
    expect([0, 1000]).toContain(apart);
    expect(site.operations).toEqual(['AssumeRole', 'GetWorkload', 'UpdateAnswer', 'GetWorkload']);
  });

  test('a workload tells when AWS answered, by the clock that says when it changed', async () => {
    const { answers, site } = open();
    site.aws.admin.skewClock(AHEAD);
    const before = Date.now() + AHEAD;
    const { readAt = 0 } = await answers.workload();
    expect(readAt % 1000).toBe(0);
    expect(readAt).toBeGreaterThan(before - 1000);
    expect(readAt).toBeLessThanOrEqual(Date.now() + AHEAD);
  });

  test('that fails leaves the time of the one before', async () => {
    const { answers } = open();
    await answers.update(QUESTION, { notes: 'x' });
    const at = answers.lastWriteAt();
    site?.aws.admin.skewClock(AHEAD);
    await failure(answers.update({ ...QUESTION, questionId: 'no-such' }, { notes: 'y' }));
    expect([typeof at, answers.lastWriteAt()]).toEqual(['number', at]);
  });

  test.each([
    ['without a time', () => undefined],
    ['with a time that is none', () => 'soon'],
  ])('whose answer comes %s has none, also after one that had', async (_what, dateOf) => {
    const { answers } = open();
    await answers.update(QUESTION, { notes: 'x' });
    expect(answers.lastWriteAt()).toBeDefined();
    const answering = globalThis.fetch;
    globalThis.fetch = async (...request) => {
      const { body, status, headers } = await answering(...request);
      const changed = new Headers(headers);
      changed.delete('date');
      const date = dateOf();
      if (date !== undefined) changed.set('date', date);
      return new Response(body, { status, headers: changed });
    };
    await answers.update(QUESTION, { notes: 'y' });
    expect(answers.lastWriteAt()).toBeUndefined();
  });
});
