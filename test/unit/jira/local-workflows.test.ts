/** Workflows of several steps on the local site: the app walks what an administrator drew. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TransitionSpec } from '../../../sandbox/jira/admin/workflow-spec';
import type { MoveAnswer, MoveTarget } from '../../../src/jira/jira';
import { openLocalSite, type LocalSite } from './local-site';
import { worded } from './worded';

let local: LocalSite;
beforeEach(() => {
  local = openLocalSite();
});

const statuses = [
  { name: 'Open', category: 'new' },
  { name: 'Doing', category: 'indeterminate' },
  { name: 'Review', category: 'indeterminate' },
  { name: 'Closed', category: 'done' },
] as const;
const START = { name: 'Start', from: ['Open'], to: 'Doing' } as const;
const HAND_OVER = { name: 'Hand over', from: ['Doing'], to: 'Review' } as const;
const CLOSE = { name: 'Close', from: ['Review'], to: 'Closed' } as const;
const BACK = { name: 'Back', from: ['Doing', 'Review'], to: 'Open' } as const;
const SHORT = { name: 'Close at once', from: ['Open'], to: 'Closed' } as const;

/** Where a Task ends that is moved under these transitions, and what the app says of it. */
async function moved(transitions: readonly TransitionSpec[], ...targets: readonly MoveTarget['to'][]) {
  local.admin.setWorkflow('WA', { statuses, transitions });
  const { subtask } = await local.makeTree('WA');
  const answers: MoveAnswer[] = [];
  for (const to of targets) answers.push(await local.jira.move({ id: subtask }, { to }));
  const answer = worded(answers.at(-1)!);
  const status = (await local.jira.fetch([subtask]))[0]?.status.name;
  return { status, kind: answer.kind, reason: 'reason' in answer ? answer.reason : '' };
}

describe('an issue is moved', () => {
  test.each<
    [string, readonly TransitionSpec[], readonly MoveTarget['to'][], string, MoveAnswer['kind'], string?]
  >([
    ['in three steps, past a way back', [BACK, START, HAND_OVER, CLOSE], ['done'], 'Closed', 'applied'],
    [
      'and back',
      [START, HAND_OVER, CLOSE, { name: 'Reopen', from: ['Closed'], to: 'Review' }],
      ['done', 'open'],
      'Review',
      'applied',
    ],
    [
      'by global transitions too',
      [
        { ...START, from: 'any' },
        { ...CLOSE, from: ['Doing'] },
      ],
      ['done'],
      'Closed',
      'applied',
    ],
    [
      'not around a condition',
      [{ ...SHORT, onlyFor: [] }, START, HAND_OVER, CLOSE],
      ['done'],
      'Open',
      'refused',
      'Closed',
    ],
    [
      'not around what is hidden',
      [{ ...SHORT, hiddenFromUsers: true }, START, HAND_OVER, CLOSE],
      ['done'],
      'Open',
      'refused',
      'condition',
    ],
    [
      'not around a demand',
      [{ ...SHORT, requiredFields: ['summary'] }, START, HAND_OVER, CLOSE],
      ['done'],
      'Open',
      'refused',
      'requires fields',
    ],
    [
      'not through a screen with required fields',
      [{ ...START, requiredFields: ['summary'] }, HAND_OVER, CLOSE],
      ['done'],
      'Open',
      'refused',
      'no screen with required fields',
    ],
    [
      'through a screen that demands nothing',
      [{ ...START, screenFields: ['summary'] }, HAND_OVER, CLOSE],
      ['done'],
      'Closed',
      'applied',
    ],
    [
      'as far as a validator lets it',
      [START, HAND_OVER, { ...CLOSE, refuses: 'Four eyes.' }],
      ['done'],
      'Review',
      'stuck',
      'Four eyes.',
    ],
    [
      'as far as a condition lets it',
      [START, HAND_OVER, { ...CLOSE, onlyFor: [] }],
      ['done'],
      'Review',
      'stuck',
      'condition',
    ],
  ])('%s', async (...row) => {
    const [, transitions, targets, status, kind, words = ''] = row;
    const found = await moved(transitions, ...targets);
    expect([found.status, found.kind]).toEqual([status, kind]);
    expect(found.reason).toContain(words);
  });
});
