/**
 * What the platform allows, by name: the local site refuses what is beyond. Each is stated by Atlassian in "Forge
 * platform quotas and limits" and "Rate limiting" on developer.atlassian.com, unless its row says otherwise.
 */
interface Limit {
  readonly most: number;
  /** Completes "how many …". */
  readonly counts: string;
}

const TABLE = {
  storage: { most: 4000, counts: 'units of 10 KB that storage reads a minute, and as many that it writes' },
  'storage-second': { most: 1000, counts: 'keys that storage reads or writes a second' },
  points: { most: 65_000, counts: 'points the app may spend in Jira in an hour, until the hour is full' },
  'jira-get': { most: 100, counts: 'requests a second an endpoint of Jira takes, by GET' },
  'jira-post': { most: 100, counts: 'by POST' },
  'jira-put': { most: 50, counts: 'by PUT' },
  'jira-delete': { most: 50, counts: 'by DELETE' },
  'issue-writes': { most: 20, counts: 'times an issue may be written in 2 seconds' },
  'issue-writes-long': { most: 100, counts: 'times an issue may be written in 30 seconds' },
  resolver: { most: 25, counts: 'seconds a resolver may run' },
  trigger: { most: 25, counts: 'seconds a function may run for an event of Jira' },
  background: {
    most: 900,
    counts: 'seconds a consumer or schedule may run; the manifest says less, 55 if nothing',
  },
  memory: { most: 1024, counts: 'MB a function may hold; the manifest says less, 512 if nothing' },
  'web-trigger': { most: 55, counts: 'seconds a web trigger may run' },
  egress: { most: 100, counts: 'requests of fetch for each minute that the function may run' },
  'log-lines': { most: 100, counts: 'lines logged for each minute that the function may run' },
  'log-kb': { most: 200, counts: 'KB that an invocation logs' },
  invocations: { most: 7000, counts: 'invocations a minute' },
  'invocations-second': { most: 300, counts: 'invocations a second' },
  'user-invocations': { most: 1200, counts: 'invocations a minute by one person' },
  'queue-events': { most: 500, counts: 'events a minute that the app may push' },
  'queue-cycle': { most: 1000, counts: 'pushes that one invocation may cause, its consumers included' },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof TABLE;

/** Infinity lifts a limit. */
export type Limits = Readonly<Record<LimitName, number>>;

const ROWS = Object.entries(TABLE) as readonly (readonly [LimitName, Limit])[];

/** Those of the platform, but for what is changed. */
export function limitsWith(changed: Partial<Limits>): Limits {
  return { ...PLATFORM_LIMITS, ...changed };
}

export const PLATFORM_LIMITS = allAs(({ most }) => most);

/** For what is no part of the app's work: preparations of tests. */
export const NO_LIMITS = allAs(() => Infinity);

/** For people: `storage=4000  units of …`. */
export function describedLimits(): readonly string[] {
  return ROWS.map(([name, { most, counts }]) => `${`${name}=${most}`.padEnd(24)} ${counts}`);
}

/** @throws Error that names what is wrong with `storage=1000,storage-second=off`. */
export function parseLimits(text: string): Partial<Limits> {
  return Object.fromEntries(text.split(',').map(parseLimit));
}

function parseLimit(part: string): readonly [LimitName, number] {
  const [, name, most] = /^([\w-]+)=(\d{1,9}|off)$/.exec(part.trim()) ?? [];
  const known = ROWS.find(([each]) => each === name);
  if (known === undefined || most === undefined) {
    const names = ROWS.map(([each]) => each).join(', ');
    throw new Error(`"${part}" is no limit: a name of ${names}, then = and a whole number or "off".`);
  }
  return [known[0], most === 'off' ? Infinity : Number(most)];
}

function allAs(value: (limit: Limit) => number): Limits {
  return Object.fromEntries(ROWS.map(([name, limit]) => [name, value(limit)])) as Limits;
}
