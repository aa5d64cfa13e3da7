/** Days in the life of a synced workload: AWS's side changes, people edit, somebody syncs. */
import fc from 'fast-check';
import type { Change, Plan } from '../../src/review-entries/entry';
import type { Selection } from '../../src/settings/model';
import type { Review } from '../../src/wellarchitected/model';
import { anyEdit, anyReview, anySelection, type Edit } from './arbitraries';
import { doEdit, type Kept } from './people';
import { World, type Asked } from './world';

/** One day: AWS's side changes, people edit, and then somebody syncs. */
export interface Day {
  readonly review: Review;
  readonly edits: readonly Edit[];
  readonly scope: 'risks' | 'answered' | 'all';
  readonly recreate: boolean;
  readonly selection: Selection | undefined;
  /** The app's storage is lost; the issues stay. */
  readonly storeLost: boolean;
}

const anyDay: fc.Arbitrary<Day> = fc.record({
  review: anyReview,
  edits: fc.array(anyEdit, { maxLength: 6 }),
  scope: fc.constantFrom('risks', 'answered', 'all'),
  recreate: fc.boolean(),
  selection: fc.option(anySelection, { nil: undefined, freq: 4 }),
  storeLost: fc.nat(9).map((die) => die === 0),
});
export const anyDays = fc.array(anyDay, { minLength: 1, maxLength: 3 });

export interface Seen {
  readonly world: World;
  readonly plan: Plan;
  readonly asked: Asked;
  /** What people wrote up to now. */
  readonly kept: readonly Kept[];
  /** Applies the plan, once; `fails` names changes that Jira refuses. */
  readonly apply: (fails?: (change: Change) => boolean) => void;
}

/** Lives through the days; `look` sees each plan before and after it is applied. */
export function live(days: readonly Day[], look: (seen: Seen) => void): void {
  const world = new World(days[0]!.review);
  const kept: Kept[] = [];
  let edits = 0;
  for (const day of days) {
    world.review = day.review;
    if (day.storeLost) world.loseLinks();
    for (const edit of day.edits) kept.push(...doEdit(world, edit, (edits += 1)));
    const asked = {
      run: { recreate: day.recreate, ...(day.selection ? { selection: day.selection } : {}) },
      settings: { scope: day.scope },
    };
    const plan = world.plan(asked);
    let applied = false;
    const apply = (fails?: (change: Change) => boolean) => {
      if (!applied) world.apply(plan, fails);
      applied = true;
    };
    look({ world, plan, asked, kept, apply });
    apply();
  }
}
