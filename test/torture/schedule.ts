/** What a seed does: the same schedule on every machine. */
import { AWS_FAULTS, type FaultsInput, FORGE_FAULTS, JIRA_FAULTS } from '../../sandbox/site/faults/model';
import { type Chance, chanceOf } from './chance';
import { ACTIONS, type ActionName } from './people/actions';

/**
 * What a schedule has only where it is asked for: what Forge itself gets wrong, and EventBridge beside the poll. Its
 * events come beside runs, so that a seed then does not repeat itself to the call.
 */
export const EXTRAS = ['queue', 'storage', 'eventbridge'] as const;
export type Extra = (typeof EXTRAS)[number];

export interface Act {
  readonly what: ActionName;
  /** Before this call of the step's runs to Jira or AWS, or 0: before the step; after it where they make fewer. */
  readonly beforeCall: number;
  /** Decides of which issue, question or choice. */
  readonly pick: number;
}

export interface Step {
  /** `sync`: a person starts one; `confirm`: looks at a preview and confirms it; `wait`: nobody starts anything. */
  readonly starts: 'sync' | 'confirm' | 'wait';
  /** Of a confirmed preview: deleted issues are made again. */
  readonly recreate: boolean;
  readonly acts: readonly Act[];
}

export interface Schedule {
  readonly seed: number;
  readonly mode: 'MANUAL' | 'AUTO';
  /** Whether "done" in Jira changes answers in AWS. */
  readonly resolveSelects: boolean;
  readonly parentsFollow: boolean;
  /** Whether EventBridge tells of changes, beside the poll. */
  readonly events: boolean;
  readonly faults: FaultsInput;
  /** Whether the first sync meets the faults already. */
  readonly faultsFromStart: boolean;
  readonly steps: readonly Step[];
}

/** Calls of a first sync of the small review, about; a later run makes fewer. */
const CALLS = 30;
const PICKS = 1_000_000;

export function scheduleOf(seed: number, extras: readonly Extra[]): Schedule {
  const chance = chanceOf(`schedule ${seed}`);
  const mode = chance.happens(0.5) ? 'AUTO' : 'MANUAL';
  const again = chanceOf(`recreate ${seed}`);
  const steps = Array.from({ length: 1 + chance.below(3) }, () => stepOf(chance, again, mode));
  return {
    seed,
    mode,
    resolveSelects: chance.happens(0.5),
    parentsFollow: chance.happens(0.3),
    events: mode === 'AUTO' && extras.includes('eventbridge'),
    faults: { seed, ...faultsOf(chance), ...forgeFaultsOf(chance, extras) },
    faultsFromStart: chance.happens(0.4),
    steps,
  };
}

/** @param again of its own, so that what else a seed does is the same with it and without */
function stepOf(chance: Chance, again: Chance, mode: Schedule['mode']): Step {
  const starts = chance.pick(
    mode === 'AUTO' ? (['sync', 'wait', 'wait', 'confirm'] as const) : (['sync', 'sync', 'confirm'] as const),
  );
  const acts = chance.happens(0.4) ? collision(chance) : anything(chance);
  const recreate = again.happens(0.4) && starts === 'confirm';
  return { starts, recreate, acts: acts.toSorted((a, b) => a.beforeCall - b.beforeCall) };
}

function anything(chance: Chance): readonly Act[] {
  return Array.from({ length: chance.below(7) }, () => ({
    what: chance.pick(NAMES),
    beforeCall: chance.happens(0.3) ? 0 : 1 + chance.below(CALLS),
    pick: chance.below(PICKS),
  }));
}

/** AWS gives the run much to write, and meanwhile people write too. */
function collision(chance: Chance): readonly Act[] {
  const whatPeopleWrite = ['retitle', 'describe', 'writeNotes', 'changeChoice', 'moveCard'] as const;
  const first = {
    what: chance.pick(['rewordLens', 'changeChoice', 'changeApplicable'] as const),
    beforeCall: 0,
  };
  const then = Array.from({ length: 2 + chance.below(4) }, () => ({
    what: chance.pick(whatPeopleWrite),
    beforeCall: 3 + chance.below(CALLS),
  }));
  return [first, ...then].map((act) => ({ ...act, pick: chance.below(PICKS) }));
}

const NAMES = (Object.keys(ACTIONS).toSorted() as ActionName[]).flatMap((name) =>
  Array.from({ length: ACTIONS[name].weight }, () => name),
);

const SHARES = [0.05, 0.15, 0.3];
/** Few calls can meet them. */
const RARE: ReadonlySet<string> = new Set(['per-issue', 'late', 'stale', 'conflict']);
const INDEX_LAGS_MS = [5_000, 60_000, 600_000];

function faultsOf(chance: Chance): FaultsInput {
  return {
    jira: sharesOf(chance, JIRA_FAULTS),
    aws: sharesOf(chance, AWS_FAULTS),
    jiraEvents: chance.happens(0.3) ? { duplicate: 0.3, lose: 0.2, reorder: true, delayMs: 60_000 } : {},
    awsEvents: chance.happens(0.3) ? { duplicate: 0.3, lose: 0.2, reorder: true } : {},
    ...(chance.happens(0.4) ? { indexLagMs: chance.pick(INDEX_LAGS_MS) } : {}),
  };
}

function forgeFaultsOf(chance: Chance, extras: readonly Extra[]): FaultsInput {
  return {
    ...(extras.includes('storage') ? { storage: sharesOf(chance, FORGE_FAULTS) } : {}),
    ...(extras.includes('queue')
      ? {
          queue: sharesOf(chance, FORGE_FAULTS),
          queueDeliveries: {
            lose: 0.1,
            deliverTwice: 0.2,
            reorder: true,
            ignoreConcurrencyKey: chance.happens(0.5),
          },
        }
      : {}),
  };
}

/** None, or up to two of them, and often one of those that few calls can meet: never more than every call. */
function sharesOf<F extends string>(chance: Chance, faults: readonly F[]): Partial<Record<F, number>> {
  const [rare, others] = [
    faults.filter((fault) => RARE.has(fault)),
    faults.filter((fault) => !RARE.has(fault)),
  ];
  const chosen = [
    ...chance.some(others, chance.below(3)).map((fault) => [fault, chance.pick(SHARES)]),
    ...chance.some(rare, chance.below(2)).map((fault) => [fault, 0.35]),
  ];
  return Object.fromEntries(chosen) as Partial<Record<F, number>>;
}
