/**
 * The manifest's trigger, scheduledTrigger and webtrigger modules, as far as the local site plays them. What it
 * does not play is refused when the site starts, by name: an app must not wait for what never comes.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/ and its neighbours
 */
import type { AppFunction } from '../app-function';
import { type Condition, readCondition } from './expression/condition';

export interface TriggerModules {
  /** One for each event that a trigger names. */
  readonly triggers: readonly Trigger[];
  readonly schedules: readonly Schedule[];
  readonly webTriggers: readonly WebTrigger[];
}

export interface Trigger extends TriggerModule {
  readonly eventType: string;
  readonly ignoreSelf: boolean;
  readonly condition?: Condition;
}

export interface Schedule extends TriggerModule {
  readonly interval: Interval;
}

export interface WebTrigger extends TriggerModule {
  /** Answers by key, of which the function of a static one chooses. */
  readonly outputs?: ReadonlyMap<string, StaticOutput>;
}

export interface StaticOutput {
  readonly key: string;
  readonly statusCode: number;
  readonly contentType?: string;
  readonly body?: string;
}

interface TriggerModule {
  readonly key: string;
  readonly function: AppFunction;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

/** Modules as they stand in the manifest; the schema of @forge/manifest says what else may be there. */
export interface RawTriggerModules {
  readonly trigger?: readonly RawTrigger[];
  readonly scheduledTrigger?: readonly RawSchedule[];
  readonly webtrigger?: readonly RawWebTrigger[];
}

interface RawModule {
  readonly key: string;
  readonly function?: string;
}

interface RawTrigger extends RawModule {
  readonly events: readonly (string | { readonly eventType: string; readonly filter?: RawFilter })[];
  readonly filter?: RawFilter;
  readonly payload?: unknown;
}

interface RawFilter {
  readonly ignoreSelf?: boolean;
  readonly expression?: string;
  readonly onError?: string;
  readonly appIsLicensed?: boolean;
}

interface RawSchedule extends RawModule {
  readonly interval: string;
  readonly filter?: Pick<RawFilter, 'appIsLicensed'>;
}

interface RawWebTrigger extends RawModule {
  readonly request?: unknown;
  readonly response?: { readonly type?: string; readonly outputs?: readonly StaticOutput[] };
}

/** Events of the local Jira. Forge takes any name, also a misspelt one. */
const EVENT_TYPES: ReadonlySet<string> = new Set([
  ...['created', 'updated', 'deleted'].map((what) => `avi:jira:${what}:issue`),
  ...['created', 'updated', 'archived', 'unarchived', 'deleted'].map((what) => `avi:jira:${what}:project`),
  ...['avi:forge:installed:app', 'avi:forge:upgraded:app'],
]);
const INTERVALS: readonly string[] = ['fiveMinute', 'hour', 'day', 'week'] satisfies Interval[];
/** "Scheduled trigger limits" on developer.atlassian.com. */
const MAX_SCHEDULES = 5;
const MAX_FIVE_MINUTE_SCHEDULES = 1;
/** "5 paths total", across all triggers of an app. */
const MAX_PROPERTY_PATHS = 5;

/** @throws Error naming the module and what is wrong with it */
export function triggerModules(
  raw: RawTriggerModules,
  functions: ReadonlyMap<string, AppFunction>,
): TriggerModules {
  const { trigger = [], scheduledTrigger = [], webtrigger = [] } = raw;
  const moduleOf = (kind: string, { key, function: name }: RawModule): TriggerModule => {
    if (name === undefined)
      throw new Error(`${kind} ${key} calls no function; the local site has no remotes`);
    const fn = functions.get(name);
    if (fn === undefined) throw new Error(`${kind} ${key} names no function "${name}"`);
    return { key, function: fn };
  };
  const schedules = scheduledTrigger.map((one) => ({
    ...moduleOf('scheduledTrigger', one),
    interval: intervalOf(one),
  }));
  refuseTooMany(schedules);
  const triggers = trigger.flatMap((one) => triggersOf(moduleOf('trigger', one), one));
  const paths = new Set(triggers.flatMap(({ condition }) => condition?.propertyPaths ?? []));
  if (paths.size > MAX_PROPERTY_PATHS)
    throw new Error(
      `triggers name ${paths.size} paths into entity properties, more than ${MAX_PROPERTY_PATHS}`,
    );
  return {
    triggers,
    schedules,
    webTriggers: webtrigger.map((one) => ({ ...moduleOf('webtrigger', one), ...outputsOf(one) })),
  };
}

function triggersOf(module: TriggerModule, raw: RawTrigger): Trigger[] {
  const name = `trigger ${raw.key}`;
  if (raw.payload !== undefined) throw new Error(`${name}: the local site adds nothing to payloads`);
  return raw.events.map((event) => {
    const { eventType, filter = raw.filter } = typeof event === 'string' ? { eventType: event } : event;
    if (!EVENT_TYPES.has(eventType)) throw new Error(`${name}: the local site raises no "${eventType}"`);
    if (filter?.appIsLicensed !== undefined) throw new Error(`${name}: the local site has no licences`);
    const condition = filter?.expression && readCondition(name, filter.expression, filter.onError);
    if (condition && condition.propertyPaths.length > 0 && !eventType.endsWith(':issue'))
      throw new Error(`${name}: there are no entity properties for the filter of "${eventType}"`);
    const ignoreSelf = filter?.ignoreSelf ?? false;
    return { ...module, eventType, ignoreSelf, ...(condition ? { condition } : {}) };
  });
}

function intervalOf({ key, interval, filter }: RawSchedule): Interval {
  if (filter?.appIsLicensed !== undefined)
    throw new Error(`scheduledTrigger ${key}: the local site has no licences`);
  if (INTERVALS.includes(interval)) return interval as Interval;
  throw new Error(`scheduledTrigger ${key}: there is no interval "${interval}"`);
}

function refuseTooMany(schedules: readonly Schedule[]): void {
  if (schedules.length > MAX_SCHEDULES)
    throw new Error(`more than ${MAX_SCHEDULES} scheduledTrigger modules`);
  const often = schedules.filter(({ interval }) => interval === 'fiveMinute');
  if (often.length <= MAX_FIVE_MINUTE_SCHEDULES) return;
  throw new Error(`scheduledTrigger ${often.at(-1)?.key}: only one may have the interval fiveMinute`);
}

/** A web trigger without a `response` is an older form of a dynamic one. */
function outputsOf({ key, request, response }: RawWebTrigger): Pick<WebTrigger, 'outputs'> {
  if (request !== undefined) throw new Error(`webtrigger ${key}: the local site authenticates no request`);
  const type = response?.type ?? 'dynamic';
  if (type === 'dynamic') return {};
  if (type !== 'static') throw new Error(`webtrigger ${key}: there is no response of type ${type}`);
  const outputs = response?.outputs ?? [];
  if (outputs.length === 0) throw new Error(`webtrigger ${key} is static and has no outputs`);
  return { outputs: new Map(outputs.map((output) => [output.key, output])) };
}
