/**
 * Runs scheduled triggers as time passes or is advanced by hand. A jump to delayed work is no time passing, or a
 * site that jumps would never come to rest.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
import type { SiteClock } from '../../clock';
import type { Store, Table } from '../../store/store';
import type { Source, Waiting } from '../dispatch/dispatcher';
import { CLOUD_ID } from '../installation';
import type { AppFunction } from '../app-function';
import type { Ending } from '../runner';
import type { Interval, Schedule } from './modules';

export interface ScheduleFaults {
  /** Each run is started twice: "There is a small chance of duplicated invocations". */
  readonly duplicate?: boolean;
}

export interface SchedulesOptions {
  readonly store: Store;
  readonly schedules: readonly Schedule[];
  readonly clock: SiteClock;
  readonly run: (fn: AppFunction, moduleKey: string, request: object) => Promise<Ending>;
  /** Called when something has become due. */
  readonly onDue: () => void;
}

export interface Schedules extends Source {
  /**
   * Lets run what has become due, each once: what was missed in between is not made up for (the documentation
   * knows no catching up).
   */
  wake(): void;
  /** The clock is about to jump by so much. */
  postpone(ms: number): void;
  faults: ScheduleFaults;
  close(): void;
}

interface Plan {
  readonly interval: Interval;
  readonly nextAt: number;
}

interface DueSchedule {
  readonly schedule: Schedule;
  readonly dueAt: number;
  started: boolean;
}

const MINUTE_MS = 60_000;
const INTERVAL_MS: Readonly<Record<Interval, number>> = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};
/** "Each trigger is scheduled to start shortly after it is created, about 5 minutes after app deployment." */
const FIRST_MS = 5 * MINUTE_MS;

/** Begins with `wake()`. A run that is under way when the site ends is lost: Forge retries none. The plans are kept. */
export function createSchedules(options: SchedulesOptions): Schedules {
  const { store, schedules, clock } = options;
  const plans = store.table<Plan>('forge.schedules');
  const state: State = { options, plans, runs: new Set(), faults: {}, timer: undefined };
  if (isChanged(plans, schedules)) planAnew(plans, schedules, clock.now());
  store.commit();
  return {
    wake: () => wake(state),
    postpone(ms) {
      for (const [key, plan] of [...plans.entries()]) plans.set(key, { ...plan, nextAt: plan.nextAt + ms });
    },
    get left() {
      return state.runs.size;
    },
    waiting: () => [...state.runs].filter(({ started }) => !started).map((run) => waitingOf(state, run)),
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
    close: () => clearTimeout(state.timer),
  };
}

interface State {
  readonly options: SchedulesOptions;
  readonly plans: Table<Plan>;
  readonly runs: Set<DueSchedule>;
  faults: ScheduleFaults;
  timer: NodeJS.Timeout | undefined;
}

function isChanged(plans: Table<Plan>, schedules: readonly Schedule[]): boolean {
  const kept = schedules.every(({ key, interval }) => plans.get(key)?.interval === interval);
  return !kept || plans.size !== schedules.length;
}

/** "Every time any changes are made …, all scheduled triggers will be recreated and their start times reset." */
function planAnew(plans: Table<Plan>, schedules: readonly Schedule[], now: number): void {
  for (const [key] of [...plans.entries()]) plans.delete(key);
  for (const { key, interval } of schedules) plans.set(key, { interval, nextAt: now + FIRST_MS });
}

function wake(state: State): void {
  const { options, plans, runs, faults } = state;
  const now = options.clock.now();
  const due = options.schedules.filter(({ key }) => (plans.get(key)?.nextAt ?? Infinity) <= now);
  for (const schedule of due) {
    const times = faults.duplicate ? 2 : 1;
    for (let time = 0; time < times; time += 1) runs.add({ schedule, dueAt: now, started: false });
    const plan = plans.get(schedule.key);
    if (plan !== undefined) plans.set(schedule.key, following(plan, now));
  }
  if (due.length > 0) {
    options.store.commit();
    options.onDue();
  }
  wakeNext(state);
}

/** Intervals stay where they are: one of an hour that runs at 1:10 runs at 2:10, however late the one before. */
function following({ interval, nextAt }: Plan, now: number): Plan {
  const length = INTERVAL_MS[interval];
  const passed = Math.floor((now - nextAt) / length) + 1;
  return { interval, nextAt: nextAt + passed * length };
}

function wakeNext(state: State): void {
  clearTimeout(state.timer);
  if (state.plans.size === 0) return;
  const next = Math.min(...[...state.plans.values()].map(({ nextAt }) => nextAt));
  const ms = Math.max(0, next - state.options.clock.now());
  state.timer = setTimeout(() => wake(state), Math.min(ms, 2 ** 31 - 1));
  state.timer.unref();
}

function waitingOf({ options, runs }: State, run: DueSchedule): Waiting {
  const { key, function: fn } = run.schedule;
  return {
    dueAt: run.dueAt,
    mayStart: () => true,
    start() {
      run.started = true;
      return options.run(fn, key, scheduledRequest(key));
    },
    complete: () => void runs.delete(run),
  };
}

/** https://developer.atlassian.com/platform/forge/function-reference/scheduled-trigger */
function scheduledRequest(moduleKey: string): object {
  return { context: { cloudId: CLOUD_ID, moduleKey }, contextToken: 'local' };
}
