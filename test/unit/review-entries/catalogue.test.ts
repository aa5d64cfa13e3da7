import { describe, expect, test } from '@jest/globals';
import { identityKey } from '../../../src/jira/ownership';
import { catalogue } from '../../../src/review-entries/catalogue';
import type { Standing } from '../../../src/plan/entry';
import type { Scope, Selection } from '../../../src/settings/model';
import type { PracticeState, Risk } from '../../../src/wellarchitected/model';
import {
  lens,
  lensIdentity,
  pillar,
  practice,
  question,
  review,
  smallReview,
  WORKLOAD_ARN,
} from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { wordsOfEntry } from '../../builders/world';

const IN: Selection = { questionIds: ['q1'] };
const OUT: Selection = { questionIds: ['another'] };

describe('where an entry stands', () => {
  type Case = readonly [
    words: string,
    given: {
      risk?: Risk;
      state?: PracticeState;
      scope?: Scope;
      settings?: Selection;
      run?: Selection;
    },
    task: Standing,
    subtask: Standing,
  ];
  const table: readonly Case[] = [
    ['at risk, open', {}, 'in', 'in'],
    ['at risk, the practice selected', { state: 'selected' }, 'in', 'finished'],
    ['at risk, the practice not applicable', { state: 'notApplicable' }, 'in', 'finished'],
    ['not applicable', { risk: 'NOT_APPLICABLE' }, 'finished', 'finished'],
    ['not applicable, in every scope', { risk: 'NOT_APPLICABLE', scope: 'all' }, 'finished', 'finished'],
    ['risk NONE', { risk: 'NONE' }, 'outside-scope', 'outside-scope'],
    ['risk NONE, the practice selected', { risk: 'NONE', state: 'selected' }, 'outside-scope', 'finished'],
    ['risk NONE, scope answered', { risk: 'NONE', scope: 'answered' }, 'in', 'in'],
    ['unanswered', { risk: 'UNANSWERED' }, 'outside-scope', 'outside-scope'],
    ['unanswered, scope all', { risk: 'UNANSWERED', scope: 'all' }, 'in', 'in'],
    ['chosen by settings and run', { settings: IN, run: IN }, 'in', 'in'],
    ['left out by the settings', { settings: OUT }, 'outside-settings', 'outside-settings'],
    [
      'left out by the settings, settled',
      { settings: OUT, state: 'selected' },
      'outside-settings',
      'outside-settings',
    ],
    [
      'left out by the settings, not applicable',
      { settings: OUT, risk: 'NOT_APPLICABLE' },
      'outside-settings',
      'outside-settings',
    ],
    [
      'left out by the settings, out of scope too',
      { settings: OUT, risk: 'NONE' },
      'outside-settings',
      'outside-settings',
    ],
    ['left out by the run', { run: OUT }, 'outside-run', 'outside-run'],
    ['left out by the run, settled', { run: OUT, state: 'selected' }, 'outside-run', 'outside-run'],
    ['left out by both: the run decides', { run: OUT, settings: OUT }, 'outside-run', 'outside-run'],
  ];

  test.each(table)(
    '%s',
    (_words, { risk = 'HIGH', state = 'open', scope = 'risks', settings = {}, run = {} }, task, subtask) => {
      const entries = catalogue(
        smallReview(question('q1', risk, [practice('p1', state)])),
        { ...DEFAULT_SETTINGS, scope, selection: settings },
        run,
      );
      expect(entries.map(({ level, standing }) => [level, standing]).slice(1)).toEqual([
        ['task', task],
        ['subtask', subtask],
      ]);
    },
  );

  test('the Epic stands outside a run that is limited by anything', () => {
    const standing = (run: Selection) => catalogue(review([]), DEFAULT_SETTINGS, run)[0]?.standing;
    expect(standing({})).toBe('in');
    for (const run of [{ lensAliases: [] }, { selectedPillars: [] }, { questionIds: [] }]) {
      expect(standing(run)).toBe('outside-run');
    }
  });
});

describe('what an entry is', () => {
  const two = review([
    lens('main', [
      pillar('Security', [question('q1', 'HIGH', [practice('p1'), practice('p2')])]),
      pillar('Cost', [question('q2', 'HIGH')]),
    ]),
    lens('extra', [pillar('Security', [question('q1', 'HIGH', [practice('p1')])])]),
  ]);
  const entries = catalogue(two, DEFAULT_SETTINGS, {});

  test('tree order, lens by lens, pillar by pillar', () => {
    expect(entries.map(wordsOfEntry)).toEqual([
      'epic',
      'task q1',
      'subtask q1/p1',
      'subtask q1/p2',
      'task q2',
      'task q1',
      'subtask q1/p1',
    ]);
  });

  test('one question id in two lenses is two identities', () => {
    const identities = entries.map(({ identity }) => JSON.stringify(identity));
    expect(new Set(identities).size).toBe(entries.length);
  });

  test('identities are of ids and ARNs without version, never of titles', () => {
    const lensArn = lensIdentity('extra');
    expect(entries.at(-1)?.identity).toEqual({
      workload: WORKLOAD_ARN,
      lens: lensArn,
      question: 'q1',
      choice: 'p1',
    });
    const task = identityKey({ workload: WORKLOAD_ARN, lens: lensArn, question: 'q1' });
    expect(entries.at(-1)?.parentKey).toBe(task);
    expect(entries[1]?.parentKey).toBe(identityKey({ workload: WORKLOAD_ARN }));
    expect(entries[0]?.parentKey).toBeUndefined();
    expect(entries.map(({ group }) => group)).toContain(task);
    expect(entries[0]?.group).toBeUndefined();
    expect(entries.at(-1)?.group).toBe(task);
  });

  test('a question that is not applicable finishes all its practices, for that reason', () => {
    const [, ...below] = catalogue(
      smallReview(question('q1', 'NOT_APPLICABLE', [practice('p1'), practice('p2', 'selected')])),
      DEFAULT_SETTINGS,
      {},
    );
    const reasons = below.map(({ state, parent }) => state?.because ?? parent?.finished);
    expect(reasons.map((reason) => reason?.code)).toEqual(Array(3).fill('question-not-applicable'));
  });
});
