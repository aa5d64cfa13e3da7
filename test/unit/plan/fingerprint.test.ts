import { describe, expect, test } from '@jest/globals';
import { approvalsOf, changeDigest, isApproved } from '../../../src/plan/fingerprint';
import type { Create } from '../../../src/review-entries/entry';
import type { ResolveSelects } from '../../../src/settings/model';
import type { ChoiceReason, Review } from '../../../src/wellarchitected/model';
import { RESOLUTIONS, STATUSES } from '../../builders/board';
import {
  lens,
  pillar,
  practice,
  question,
  review,
  smallReview,
  withPractices,
  withQuestion,
  withRisk,
} from '../../builders/review';
import { words, World, type Asked } from '../../builders/world';
import { ON } from './practice-cases';

const BEFORE = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]), question('q2', 'NONE'));

describe('a fingerprint names what a plan does', () => {
  const base = new World(BEFORE).plan();
  const others: readonly [words: string, plan: () => string, same: boolean][] = [
    ['the same input', () => new World(BEFORE).plan().fingerprint, true],
    [
      'another title',
      () =>
        first(
          smallReview(
            question('q1', 'HIGH', [practice('p1'), practice('p2')], { title: 'Renamed' }),
            question('q2', 'NONE'),
          ),
        ),
      false,
    ],
    ['another risk', () => first(withRisk(BEFORE, 'q1', 'MEDIUM')), false],
    ['one practice less', () => first(withPractices(BEFORE, { p2: 'selected' })), false],
    ['another scope', () => first(BEFORE, { run: { scope: 'answered' } }), false],
    [
      'another pillar',
      () => first(review([lens('main', [pillar('Safety', BEFORE.lenses[0]!.pillars[0]!.questions)])])),
      false,
    ],
    [
      'a selection that leaves out what is not there',
      () => first(BEFORE, { run: { selection: { questionIds: ['q1'] } } }),
      true,
    ],
  ];

  function first(of: Review, asked?: Asked): string {
    return new World(of).plan(asked).fingerprint;
  }

  test.each(others)('%s', (_words, plan, same) => {
    expect(plan() === base.fingerprint).toBe(same);
  });

  test('differs with the reason of a move', () => {
    const selected = synced(withPractices(BEFORE, { p1: 'selected' }));
    const notApplicable = synced(withPractices(BEFORE, { p1: 'notApplicable' }));
    expect(selected.plan().changes.map(words)).toEqual(notApplicable.plan().changes.map(words));
    expect(selected.plan().fingerprint).not.toBe(notApplicable.plan().fingerprint);
  });

  test('does not differ with what a person does elsewhere', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected' }));
    const { fingerprint } = world.plan();
    world.board.change(world.find('q1', 'p2').id, { labels: ['well-architected', 'security', 'team'] });
    world.board.setStatus(world.find('q1', 'p2').id, 'indeterminate');
    expect(world.plan().fingerprint).toBe(fingerprint);
  });

  test('differs with the words that an update writes', () => {
    const titled = (title: string) => synced(withQuestion(BEFORE, 'q1', (one) => ({ ...one, title }))).plan();
    expect(titled('One').changes.map(words)).toContain('update task q1');
    expect(titled('One').changes.map(words)).toEqual(titled('Two').changes.map(words));
    expect(titled('One').fingerprint).not.toBe(titled('Two').fingerprint);
    expect(titled('One').fingerprint).toBe(titled('One').fingerprint);
  });

  test('differs with what AWS is told of a best practice, and only with that', () => {
    const how = (card: 'done' | 'duplicate', settings: ResolveSelects = ON) => {
      const world = synced(BEFORE);
      world.board.moveCard(world.find('q1', 'p1').id, STATUSES.done, RESOLUTIONS[card]);
      const { changes, fingerprint } = world.plan({ settings: { resolveSelects: settings } });
      expect(changes.map(words)).toEqual(['choose subtask q1/p1']);
      return fingerprint;
    };
    const notApplicable = (reason: ChoiceReason) => ({
      implemented: [],
      notApplicable: [{ resolutionId: RESOLUTIONS.duplicate.id, reason }],
    });
    expect(how('done')).toBe(
      how('done', { implemented: [{ statusId: STATUSES.done.id }], notApplicable: [] }),
    );
    expect(how('done')).not.toBe(how('duplicate'));
    expect(how('duplicate', notApplicable('OTHER'))).not.toBe(
      how('duplicate', notApplicable('OUT_OF_SCOPE')),
    );
  });

  test('differs with whether an issue is closed right after it is made', () => {
    const { changes } = new World(BEFORE).plan({ settings: { scope: 'answered' } });
    const closing = changes.find(
      (change): change is Create => change.kind === 'create' && !!change.thenClose,
    )!;
    expect(changeDigest(withoutClosing(closing))).not.toBe(changeDigest(closing));
  });

  test('differs when the change is about another issue', () => {
    const world = synced(withPractices(BEFORE, { p1: 'selected' }));
    const { fingerprint } = world.plan();
    const { id } = world.find('q1', 'p1');
    world.board.clone(id);
    world.board.delete(id);
    const [close] = world.plan().changes.filter(({ kind }) => kind === 'close');
    expect(close).toBeDefined();
    expect(world.plan().fingerprint).not.toBe(fingerprint);
  });
});

describe('what an approval allows', () => {
  test('the change itself and no other', () => {
    const { changes } = new World(BEFORE).plan();
    for (const change of changes) {
      const approved = new Set(approvalsOf(change));
      expect(changes.filter((each) => isApproved(each, approved))).toEqual([change]);
    }
  });

  test('an issue to be closed right after it is made may be closed by a later invocation', () => {
    const world = new World(BEFORE);
    const asked = { settings: { scope: 'answered' as const } };
    const plan = world.plan(asked);
    const approved = new Set(plan.changes.flatMap(approvalsOf));
    world.apply({
      ...plan,
      changes: plan.changes.map((change) => (change.kind === 'create' ? withoutClosing(change) : change)),
    });
    const rest = world.plan(asked).changes;
    expect(rest.map(words)).toEqual(['close task q2']);
    expect(rest.every((change) => isApproved(change, approved))).toBe(true);
    expect(approved).not.toContain(changeDigest(rest[0]!));
  });
});

function synced(then: Review): World {
  const world = new World(BEFORE);
  world.sync();
  world.review = then;
  return world;
}

/** As an invocation leaves it that dies between making an issue and closing it. */
function withoutClosing({ kind, entry, projectId }: Create): Create {
  return { kind, entry, projectId };
}
