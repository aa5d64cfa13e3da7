import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityKey } from '../../../src/jira/ownership';
import type { Change } from '../../../src/review-entries/entry';
import { planReview } from '../../../src/review-entries/plan-review';
import type { Selection } from '../../../src/settings/model';
import { anySelection } from '../../builders/arbitraries';
import { anyDays, live } from '../../builders/days';
import type { World } from '../../builders/world';

const RUNS = 60;

describe('every plan', () => {
  test('no identity is made twice, and none that exists', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, plan }) => {
          const made = plan.changes.filter(isCreate).map(keyOf);
          expect(new Set(made).size).toBe(made.length);
          const there = new Set(world.board.ours().map(({ property }) => identityKey(property)));
          expect(made.filter((key) => there.has(key))).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('parents are made before children, and closed after them', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, plan }) => {
          const known = new Set(world.board.ours().map(({ property }) => identityKey(property)));
          for (const change of plan.changes.filter(isCreate)) {
            if (change.entry.parentKey) expect(known).toContain(change.entry.parentKey);
            known.add(keyOf(change));
          }
          const closes = plan.changes.filter(({ kind }) => kind === 'close').map(({ entry }) => entry.level);
          expect(closes).toEqual([...closes].sort());
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('a Task is closed by risk NONE only if then no Sub-task is open, whoever made it', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, plan, apply }) => {
          apply();
          for (const change of plan.changes) {
            const { parent } = change.entry;
            if (!parent?.withChildren || parent.finished) continue;
            if (change.kind !== 'close' && !(change.kind === 'create' && change.thenClose)) continue;
            const task = world.board.ours().find(({ property }) => identityKey(property) === keyOf(change))!;
            expect(task.subtasks.filter(({ done }) => !done)).toEqual([]);
          }
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('a selection limits every change and every remark to what it chooses', () => {
    fc.assert(
      fc.property(anyDays, anySelection, (days, selection) =>
        live(days, ({ world }) => {
          const { changes, matched, remarks } = world.plan({ run: { selection } });
          for (const { entry } of [...changes, ...matched]) {
            if (entry.level !== 'epic') expect(chooses(selection, entry)).toBe(true);
          }
          expect(changes.filter(({ entry, kind }) => entry.level === 'epic' && kind !== 'create')).toEqual(
            [],
          );
          const chosen = new Set(
            world.board
              .ours()
              .filter(({ property, level }) => level === 'epic' || isChosen(world, selection, property))
              .map(({ key }) => key),
          );
          for (const { key } of [...remarks.outOfScope, ...remarks.movedInJira, ...remarks.conflicts]) {
            if (key !== undefined) expect(chosen).toContain(key);
          }
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('the order in which issues and links arrive does not matter', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, asked, plan }) => {
          const input = world.input(asked);
          const turned = planReview({
            ...input,
            issues: [...input.issues].reverse(),
            links: new Map([...input.links].reverse()),
          });
          expect(turned).toEqual(plan);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('the same plan has the same fingerprint, and a plan with other changes another', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ plan }) => {
          const text = JSON.stringify(plan.changes.map(essence));
          expect(seen.get(plan.fingerprint) ?? text).toBe(text);
          seen.set(plan.fingerprint, text);
        }),
      ),
      { numRuns: RUNS },
    );
    expect(new Set(seen.values()).size).toBe(seen.size);
    expect(seen.size).toBeGreaterThan(20);
  });
});

function isCreate(change: Change): change is Extract<Change, { kind: 'create' }> {
  return change.kind === 'create';
}

function keyOf({ entry }: Change): string {
  return identityKey(entry.identity);
}

function essence(change: Change): unknown {
  const { kind, entry } = change;
  switch (kind) {
    case 'create': {
      const { summary, description, labels } = entry.content;
      return [
        kind,
        entry.identity,
        change.projectId,
        summary,
        description,
        labels,
        entry.risk,
        change.thenClose,
      ];
    }
    case 'update':
      return [kind, entry.identity, change.issue.id, change.patch];
    default:
      return [kind, entry.identity, change.issue.id, change.reason];
  }
}

/** Said again from AWS's vocabulary, apart from the code under test. */
function chooses(
  { lensAliases, selectedPillars, questionIds }: Selection,
  { path }: Change['entry'],
): boolean {
  return (
    path !== undefined &&
    (lensAliases?.includes(path.lens.alias) ?? true) &&
    (selectedPillars?.some(({ PillarId }) => PillarId === path.pillar.id) ?? true) &&
    (questionIds?.includes(path.question.id) ?? true)
  );
}

function isChosen(
  world: World,
  selection: Selection,
  property: { lens?: string; question?: string },
): boolean {
  return world.review.lenses.some(
    (lens) =>
      lens.identity === property.lens &&
      lens.pillars.some((pillar) =>
        pillar.questions.some(
          (question) =>
            question.id === property.question &&
            chooses(selection, { path: { lens, pillar, question } } as unknown as Change['entry']),
        ),
      ),
  );
}
