/** A run that fails, or that a person ends, has an outcome: what it did until then. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import { viewRun } from '../../../src/use-cases/view-run';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { continued, died, trouble, SITE, SYNC } from './a-run';

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const NOTHING = { epics: 0, tasks: 0, subtasks: 0 };
const REFUSED = trouble('AccessDeniedException', { retryable: false });
const AWAY = trouble('InternalServerException', { retryable: true });

/** As far as the second level; then what `stop` does comes in between. */
async function halfway(stop: (platform: MemoryPlatform) => void): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  platform.jira.rejects = ({ parentId }) => {
    if (parentId !== undefined) stop(platform);
    return undefined;
  };
  return platform;
}

describe('a sync that ends before it is done', () => {
  test('because a person ended its link halfway tells what it made, and its whole plan', async () => {
    const platform = await halfway((it) => {
      it.now += 1000;
      void it.link({ ended: { reason: 'unlinked', at: 'now' } });
    });
    const run = await continued(platform);
    expect(run.state).toBe('failed');
    const outcome = await platform.runs.loadOutcome('r1');
    expect(outcome).toMatchObject({ kind: 'stopped', created: { epics: 1, tasks: 2, subtasks: 0 } });
    expect(outcome?.planned.create).toEqual({ epics: 1, tasks: 2, subtasks: 3 });
    expect(outcome?.calls).toEqual(run.calls);
    expect(await platform.runs.loadPlanPage('r1', 0)).toHaveLength(8);
  });

  test('because of a bug in the app tells what it wrote before', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.answers.refusal = (call) => {
      if (call.startsWith('update main/q2')) throw new TypeError('x of undefined');
      return undefined;
    };
    await continued(platform);
    const outcome = await platform.runs.loadOutcome('r1');
    expect(outcome).toMatchObject({ kind: 'stopped', created: { epics: 1, tasks: 2, subtasks: 3 } });
    expect(outcome?.notesWritten).toBe(1);
  });

  test('after a wait, in a reading: counts what its earlier invocations made and wrote', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform);
    const tally = { updated: 2, closed: 1, reopened: 0, chosen: 3, notesWritten: 4 };
    platform.aws.trouble = () => REFUSED;
    await continued(platform, { ...SYNC, state: 'waiting', tally });
    expect(await platform.runs.loadOutcome('r1')).toMatchObject({
      ...{ kind: 'stopped', created: { epics: 1, tasks: 2, subtasks: 3 }, failed: [], ...tally },
    });
  });

  test.each(['sync', 'preview'] as const)('before a %s did anything: nothing was done', async (mode) => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => REFUSED;
    await continued(platform, { ...SYNC, mode });
    expect(await platform.runs.loadOutcome('r1')).toMatchObject({ kind: 'stopped', created: NOTHING });
  });

  test('because it died and a newer run went on: counts what it made', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform, { ...SYNC, id: 'r0' });
    await platform.runs.save({ ...SYNC, id: 'r0', state: 'running' });
    await died(platform, 'r0');
    await continued(platform);
    const made = { epics: 1, tasks: 2, subtasks: 3 };
    expect(await platform.runs.loadOutcome('r0')).toMatchObject({ kind: 'stopped', created: made });
    expect(await platform.runs.loadOutcome('r1')).toMatchObject({ kind: 'applied', created: NOTHING });
  });
});

test('a run that waits has no outcome yet', async () => {
  const platform = await MemoryPlatform.linked();
  platform.aws.trouble = () => AWAY;
  expect((await continued(platform)).state).toBe('waiting');
  expect(await platform.runs.loadOutcome('r1')).toBeUndefined();
  platform.aws.trouble = () => undefined;
  platform.now += 30_000;
  await continueRun({ runId: 'r1' }, SITE, platform);
  expect(await platform.runs.loadOutcome('r1')).toMatchObject({ kind: 'applied' });
});

test('who watches the run sees both: why it ended, and what it did', async () => {
  const platform = await halfway((it) => {
    it.now += 1000;
    void it.link({ ended: { reason: 'unlinked', at: 'now' } });
  });
  await continued(platform);
  const view = await viewRun({ projectKey: 'WA', runId: 'r1' }, PROJECT_ADMIN, platform);
  expect(view).toMatchObject({ state: 'failed', outcome: { kind: 'stopped', created: { epics: 1 } } });
  expect(view.message).toBeDefined();
});
