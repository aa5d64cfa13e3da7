/**
 * What may happen to best practices and their Sub-tasks: people on both sides, settings, and looks of the app
 * that come late, twice or never, and whose writes fail in part.
 */
import fc from 'fast-check';
import type { OurIssue } from '../../../src/jira/model';
import type { Keep } from '../../../src/plan/plan';
import type { ResolveSelects } from '../../../src/settings/model';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { RESOLUTIONS, STATUSES } from '../../builders/board';

/** Two questions of two best practices each, numbered through. */
export const PRACTICES = [0, 1, 2, 3] as const;
export const questionOf = (practice: number) => Math.floor(practice / 2);

/** Where a card may stand. */
export const CARDS = {
  new: [STATUSES.new, undefined],
  started: [STATUSES.indeterminate, undefined],
  done: [STATUSES.done, RESOLUTIONS.done],
  wontDo: [STATUSES.done, RESOLUTIONS.wontDo],
  duplicate: [STATUSES.done, RESOLUTIONS.duplicate],
  closed: [STATUSES.done, undefined],
} as const satisfies Record<string, readonly [OurIssue['status'], OurIssue['resolution']]>;

export type Card = keyof typeof CARDS;

export const SETTINGS = {
  off: undefined,
  empty: { implemented: [], notApplicable: [] },
  byResolution: {
    implemented: [{ resolutionId: RESOLUTIONS.done.id }],
    notApplicable: [{ resolutionId: RESOLUTIONS.duplicate.id, reason: 'OUT_OF_SCOPE' }],
  },
  byBoth: {
    implemented: [{ statusId: STATUSES.done.id }, { resolutionId: RESOLUTIONS.done.id }],
    notApplicable: [{ resolutionId: RESOLUTIONS.duplicate.id, reason: 'OTHER' }],
  },
  byStatus: { implemented: [{ statusId: STATUSES.done.id }], notApplicable: [] },
} as const satisfies Record<string, ResolveSelects | undefined>;

export type Setting = keyof typeof SETTINGS;

export type Happening =
  | { readonly kind: 'answer'; readonly practice: number; readonly state: PracticeState }
  | { readonly kind: 'applicable'; readonly question: number; readonly applicable: boolean }
  | { readonly kind: 'card'; readonly practice: number; readonly card: Card }
  /** Both sides of one practice, before the app looks again. */
  | {
      readonly kind: 'both';
      readonly practice: number;
      readonly state: PracticeState;
      readonly card: Card;
    }
  | { readonly kind: 'set'; readonly setting: Setting; readonly parentsFollow: boolean }
  /** A trigger that waits is lost. */
  | { readonly kind: 'lose'; readonly which: number }
  /** A trigger that waits arrives, not always the oldest; `again`: it will arrive once more. */
  | { readonly kind: 'look'; readonly which: number; readonly again: boolean; readonly fails: Fails }
  /** The whole review is looked at, as schedules and people do. */
  | { readonly kind: 'reconcile'; readonly fails: Fails }
  /** A person settles the first conflict that is shown or, where none is, says something about no conflict. */
  | { readonly kind: 'settle'; readonly practice: number; readonly keep: Keep; readonly fails: Fails };

/** Whose writes fail, by practice. */
export type Fails = readonly boolean[];

const practice = fc.constantFrom(...PRACTICES);
const fails = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fails>([]) },
  { weight: 1, arbitrary: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }) },
);
const which = fc.nat(7);
const state = fc.constantFrom<PracticeState>('open', 'selected', 'notApplicable');
const card = fc.constantFrom<Card>('new', 'started', 'done', 'done', 'wontDo', 'duplicate', 'closed');

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('answer' as const), practice, state }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('card' as const), practice, card }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('both' as const), practice, state, card }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('applicable' as const),
      question: fc.nat(1),
      applicable: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      setting: fc.constantFrom<Setting>('off', 'empty', 'byResolution', 'byBoth', 'byStatus'),
      parentsFollow: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), which }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('look' as const), which, again: fc.boolean(), fails }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reconcile' as const), fails }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      practice,
      keep: fc.constantFrom<Keep>('aws', 'jira'),
      fails,
    }),
  },
);

/** The way to a conflict that is settled is long, so it is paved: of these steps, in this order, any part happens. */
const quarrel = fc
  .record({
    practice,
    keep: fc.constantFrom<Keep>('aws', 'jira'),
    fails,
    first: fc.constantFrom('aws', 'jira'),
  })
  .chain(({ practice, keep, fails, first }) => {
    const [before, after]: [PracticeState, PracticeState] =
      first === 'aws' ? ['selected', 'open'] : ['open', 'selected'];
    return fc.subarray<Happening>([
      { kind: 'set', setting: 'off', parentsFollow: false },
      { kind: 'answer', practice, state: before },
      { kind: 'reconcile', fails: [] },
      { kind: 'card', practice, card: first === 'aws' ? 'new' : 'done' },
      { kind: 'reconcile', fails: [] },
      { kind: 'both', practice, state: after, card: first === 'aws' ? 'done' : 'new' },
      { kind: 'set', setting: 'byResolution', parentsFollow: false },
      { kind: 'settle', practice, keep, fails },
    ]);
  });

export const anyHistory: fc.Arbitrary<readonly Happening[]> = fc
  .array(
    fc.oneof({ weight: 20, arbitrary: happening.map((one) => [one]) }, { weight: 1, arbitrary: quarrel }),
    { minLength: 3, maxLength: 30 },
  )
  .map((scenes) => scenes.flat());

/** One look of the app at one question, or at both. */
export interface Look {
  readonly question: number | undefined;
  readonly setting: Setting;
  readonly parentsFollow: boolean;
  readonly settled: { readonly practice: number; readonly keep: Keep } | undefined;
  readonly fails: Fails;
}

/** What a look came to for a practice; but for the first three they are writes, done or tried. */
export type Decision = 'nothing' | 'told' | 'conflict' | 'close' | 'reopen' | Finishing;

/** How an item, or its issue, is finished or opened; `resolve`: the issue is done and stays so. */
type Finishing = `choose ${PracticeState}` | `resolve ${'selected' | 'notApplicable'}`;

/** The two sides, and an app that looks at them. */
export interface Site {
  answer(practice: number, state: PracticeState): void;
  setApplicable(question: number, applicable: boolean): void;
  moveCard(practice: number, card: Card): void;
  /** What it decided of each practice that it looked at, and how much it changed or tried to. */
  look(look: Look): { readonly decisions: ReadonlyMap<number, Decision>; readonly writes: number };
  now(practice: number): { readonly state: PracticeState; readonly card: Card };
}
