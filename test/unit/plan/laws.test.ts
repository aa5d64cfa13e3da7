import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyDays, live } from '../../builders/days';
import type { Kept } from '../../builders/people';
import { words } from '../../builders/world';
import { OWNED_LABEL } from '../../../src/jira/labels';

const RUNS = 60;

describe('whatever reviews, people and runs do', () => {
  test('a second sync plans nothing', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, asked, apply }) => {
          apply();
          expect(world.plan(asked).changes.map(words)).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('a sync of which some changes failed is finished by the next', () => {
    const someFail = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(anyDays, someFail, (days, pattern) =>
        live(days, ({ world, asked, apply }) => {
          let nth = 0;
          apply(() => pattern[(nth += 1) % pattern.length] ?? false);
          world.sync(asked);
          expect(world.plan(asked).changes.map(words)).toEqual([]);
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('no edit of a person is lost', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, kept, apply }) => {
          apply();
          for (const edit of latest(kept)) {
            const issue = world.board.get(edit.id);
            if (!issue) continue;
            const { label, ...fields } = edit;
            expect(issue).toMatchObject(fields);
            if (label) expect(issue.labels).toContain(label);
          }
        }),
      ),
      { numRuns: RUNS },
    );
  });

  test('an issue that a person moved since the last sync is not moved by the next', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const left = new Map<string, boolean>();
        live(
          days.map((day) => ({ ...day, selection: undefined, storeLost: false })),
          ({ world, plan, apply }) => {
            const moving = new Set(
              plan.changes.flatMap((change) =>
                change.kind === 'close' || change.kind === 'reopen' ? [change.issue.id] : [],
              ),
            );
            for (const { id, status } of world.board.ours()) {
              const before = left.get(id);
              if (before !== undefined && before !== (status.category === 'done'))
                expect(moving).not.toContain(id);
            }
            apply();
            left.clear();
            for (const { issue } of plan.matched)
              left.set(issue.id, world.board.get(issue.id)?.status.category === 'done');
          },
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('the app removes no label but those it added', () => {
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ plan }) => {
          for (const change of plan.changes) {
            if (change.kind !== 'update') continue;
            for (const label of change.patch.removeLabels ?? []) {
              expect(label).toMatch(/^(security|reliability)/);
              expect(change.entry.content.labels).not.toContain(label);
            }
            expect(change.patch.removeLabels ?? []).not.toContain(OWNED_LABEL);
          }
        }),
      ),
      { numRuns: RUNS },
    );
  });
});

/** What an edit must leave behind is said by the last edit of a field. */
function latest(kept: readonly Kept[]): readonly Kept[] {
  const fields = new Map(kept.map((edit) => [edit.label ?? `${edit.id} ${Object.keys(edit).join()}`, edit]));
  return [...fields.values()];
}
