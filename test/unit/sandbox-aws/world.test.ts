import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  addLensWorkloads,
  type Answered,
  type Aws,
  createAws,
  frameworkLens,
  type Lens,
  parseAnswered,
  seedDefaultWorld,
} from '../../../sandbox/aws/index';
import { countRisks } from '../../../sandbox/aws/wellarchitected/answers';
import { lensOf, questionsOf } from '../../../sandbox/aws/wellarchitected/lens-catalogue';
import { openRecords } from '../../../sandbox/aws/wellarchitected/records';
import { manualClock } from '../../../sandbox/clock';
import { openStore, type Store } from '../../../sandbox/store/store';

const CUSTOM: Lens = {
  form: 'custom',
  name: 'Without "None of these"',
  version: '1.0',
  pillars: [
    {
      id: 'pillar',
      name: 'Pillar',
      questions: [
        {
          id: 'question',
          title: 'How?',
          choices: [{ id: 'choice', title: 'Do it' }],
          riskRules: [
            { condition: 'choice', risk: 'NO_RISK' },
            { condition: 'default', risk: 'MEDIUM_RISK' },
          ],
        },
      ],
    },
  ],
};

function site(store: Store = openStore()): { readonly aws: Aws; readonly store: Store } {
  return { aws: createAws({ store, clock: manualClock(1_700_000_000_000) }), store };
}

/** Everything that is stored, as text. */
function stateOf(store: Store): string {
  const tables = ['workloads', 'lenses', 'lens-newest', 'answers', 'iam.users', 'iam.access-keys'].map(
    (name) => `aws.${name}`,
  );
  return JSON.stringify(tables.map((name) => [...store.table(name).entries()]));
}

function risksOf(store: Store, workloadId: string) {
  const records = openRecords(store);
  const workload = records.workloads.get(workloadId)!;
  const lens = lensOf(records, workload.reviews[0]!.lensKey);
  return countRisks(records, workloadId, lens, questionsOf(lens));
}

describe('the default world', () => {
  it('is one workload on the framework lens, partly answered, with notes', () => {
    const { aws, store } = site();
    const workload = seedDefaultWorld(aws);
    const risks = risksOf(store, workload.id);
    expect(workload.details.WorkloadName).toBe('Sample workload');
    expect(Object.values(risks).reduce((sum, count) => sum + count)).toBe(57);
    expect(Object.keys(risks).sort()).toEqual(['HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE', 'UNANSWERED']);
    const notes = [...openRecords(store).answers.values()].filter((answer) => answer.notes !== undefined);
    expect(notes.length).toBeGreaterThan(5);
  });

  it('is the same on every site', () => {
    const [one, other] = [site(), site()];
    seedDefaultWorld(one.aws);
    seedDefaultWorld(other.aws);
    expect(stateOf(one.store)).toBe(stateOf(other.store));
  });

  it('ships the framework with 57 questions and 307 best practices, and none of its descriptions', () => {
    const questions = questionsOf(frameworkLens());
    const choices = questions.flatMap((question) => question.choices);
    expect([questions.length, choices.length - questions.length]).toEqual([57, 307]);
    expect(choices.filter((choice) => choice.description !== undefined)).toEqual([]);
  });

  it('survives a restart, and a second start changes nothing, also what people changed since', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aws-'));
    try {
      const first = site(openStore(folder));
      const { id } = seedDefaultWorld(first.aws);
      addLensWorkloads(first.aws, [CUSTOM], 'none');
      first.aws.admin.setAnswer(id, 'wellarchitected', 'priorities', { Notes: 'ours', SelectedChoices: [] });
      const before = stateOf(first.store);
      const second = site(openStore(folder));
      seedDefaultWorld(second.aws);
      addLensWorkloads(second.aws, [CUSTOM], { seed: 1 });
      expect(stateOf(second.store)).toBe(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a workload for each lens', () => {
  it.each<[string, Lens, Answered, object]>([
    ['the framework, not answered', frameworkLens(), 'unanswered', { UNANSWERED: 57 }],
    ['the framework, answered with nothing in place', frameworkLens(), 'none', { HIGH: 49, MEDIUM: 8 }],
    ['a lens without "None of these", answered with nothing', CUSTOM, 'none', { MEDIUM: 1 }],
  ])('%s', (_what, lens, answered, risks) => {
    const { aws, store } = site();
    const [workload] = addLensWorkloads(aws, [lens], answered);
    expect(workload!.details.WorkloadName).toBe(lens.name);
    expect(risksOf(store, workload!.id)).toEqual(risks);
  });

  it('random answers repeat with their seed and change with it', () => {
    const answeredWith = (seed: number): string => {
      const { aws, store } = site();
      addLensWorkloads(aws, [frameworkLens()], { seed });
      return stateOf(store);
    };
    expect(answeredWith(1)).toBe(answeredWith(1));
    expect(answeredWith(1)).not.toBe(answeredWith(2));
  });

  it('two lenses of one name have two workloads of that name, and two ARNs', () => {
    const { aws } = site();
    const workloads = addLensWorkloads(aws, [CUSTOM, CUSTOM], 'none');
    expect(new Set(workloads.map(({ arn }) => arn)).size).toBe(2);
    expect(new Set(workloads.map(({ details }) => details.WorkloadName)).size).toBe(1);
    expect(aws.admin.lenses()).toHaveLength(2);
  });

  it('a lens name longer than a workload name may be is cut', () => {
    const { aws } = site();
    const [workload] = addLensWorkloads(aws, [{ ...CUSTOM, name: 'n'.repeat(128) }], 'none');
    expect(workload!.details.WorkloadName).toBe('n'.repeat(100));
  });
});

describe('--answered', () => {
  it.each<[string | undefined, Answered]>([
    [undefined, 'unanswered'],
    ['none', 'none'],
    ['seed:42', { seed: 42 }],
  ])('%s', (text, answered) => {
    expect(parseAnswered(text)).toEqual(answered);
  });

  it.each(['all', 'seed:', 'seed:-1', 'seed:x', ''])('refuses "%s"', (text) => {
    expect(() => parseAnswered(text)).toThrow(`not "${text}"`);
  });
});
