/** What a seed does: the same schedule on every machine. */
import type { FaultsInput } from '../../sandbox/site/faults/model';
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

export function scheduleOf(seed: number, extras: readonly Extra[]): Schedule {
  const chance = chanceOf(`schedule ${seed}`);
  const mode = chance.happens(0.5) ? 'AUTO' : 'MANUAL';
  const steps = Array.from({ length: 1 + chance.below(3) }, () => stepOf(chance, mode));
  return {
    seed,
    mode,
    resolveSelects: chance.happens(0.5),
    parentsFollow: chance.happens(0.3),
    events: mode === 'AUTO' && extras.includes('eventbridge'),
    faults: { seed, ...faultsOf(chance), ...forgeFaultsOf(chance, extras) },
    faultsFromStart: chance.happens(0.3),
    steps,
  };
}

function stepOf(chance: Chance, mode: Schedule['mode']): Step {
  const starts = chance.pick(
    mode === 'AUTO' ? (['sync', 'wait', 'wait', 'confirm'] as const) : (['sync', 'sync', 'confirm'] as const),
  );
  const acts = Array.from({ length: chance.below(7) }, () => ({
    what: chance.pick(NAMES),
    beforeCall: chance.happens(0.3) ? 0 : 1 + chance.below(CALLS),
    pick: chance.below(1_000_000),
  }));
  return { starts, acts: acts.toSorted((a, b) => a.beforeCall - b.beforeCall) };
}

const NAMES = (Object.keys(ACTIONS).toSorted() as ActionName[]).flatMap((name) =>
  Array.from({ length: ACTIONS[name].weight }, () => name),
);

const JIRA = [
  ...(['quota-global', 'quota-tenant', 'burst', 'per-issue', 'gateway', 'server-error'] as const),
  ...(['reset', 'lost', 'late', 'truncated', 'empty', 'stale'] as const),
];
const AWS = [
  'throttled',
  'conflict',
  'server-error',
  'reset',
  'lost',
  'truncated',
  'empty',
  'stale',
] as const;
const FORGE = ['rate-limited', 'server-error', 'reset', 'lost'] as const;
const SHARES = [0.05, 0.15, 0.3];
/** Few calls can meet them. */
const OFTEN: ReadonlySet<string> = new Set(['per-issue', 'late', 'stale', 'conflict']);
const INDEX_LAGS_MS = [5_000, 60_000, 600_000];

function faultsOf(chance: Chance): FaultsInput {
  return {
    jira: sharesOf(chance, JIRA),
    aws: sharesOf(chance, AWS),
    jiraEvents: chance.happens(0.3) ? { duplicate: 0.3, lose: 0.2, reorder: true, delayMs: 60_000 } : {},
    awsEvents: chance.happens(0.3) ? { duplicate: 0.3, lose: 0.2, reorder: true } : {},
    ...(chance.happens(0.4) ? { indexLagMs: chance.pick(INDEX_LAGS_MS) } : {}),
  };
}

function forgeFaultsOf(chance: Chance, extras: readonly Extra[]): FaultsInput {
  return {
    ...(extras.includes('storage') ? { storage: sharesOf(chance, FORGE) } : {}),
    ...(extras.includes('queue')
      ? { queue: sharesOf(chance, FORGE), queueDeliveries: { lose: 0.1, deliverTwice: 0.2, reorder: true } }
      : {}),
  };
}

/** None, or up to three of them: all together never more than every call. */
function sharesOf<F extends string>(chance: Chance, faults: readonly F[]): Partial<Record<F, number>> {
  const chosen = chance.some(faults, chance.below(4));
  return Object.fromEntries(
    chosen.map((fault) => [fault, OFTEN.has(fault) ? 0.3 : chance.pick(SHARES)]),
  ) as Partial<Record<F, number>>;
}
