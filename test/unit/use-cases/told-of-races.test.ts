/** People who change the same thing at once: what the audit log tells of it is what was stored, change after change. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LINK_SETTINGS, DEFAULT_SITE_SETTINGS } from '../../../src/settings/model';
import { serveProjects } from '../../../src/use-cases/connections/serve-projects';
import { updateConnection } from '../../../src/use-cases/connections/update-connection';
import { saveSettings } from '../../../src/use-cases/link-settings';
import { saveSiteSettings } from '../../../src/use-cases/site-settings';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const AT_ONCE = 4;

interface Deed {
  /** Puts the nth value there. */
  readonly change: (platform: MemoryPlatform, nth: number) => Promise<unknown>;
  /** What stands there, as the log tells it. */
  readonly stands: (platform: MemoryPlatform) => Promise<unknown>;
}

const connectionId = async (platform: MemoryPlatform) => (await platform.connection()).id;
const workload = (nth: number) => `${WORKLOAD_ARN}${nth}`;

const DEEDS: readonly [string, Deed][] = [
  [
    'settings of the site',
    {
      change: (it, nth) =>
        saveSiteSettings({ settings: { ...DEFAULT_SITE_SETTINGS, quietSeconds: 60 + nth } }, JIRA_ADMIN, it),
      stands: async (it) => (await it.siteSettings.load()).quietSeconds,
    },
  ],
  [
    'settings of a link',
    {
      change(it, nth) {
        const settings = { ...DEFAULT_LINK_SETTINGS, quietSeconds: 60 + nth };
        return saveSettings({ projectKey: 'WA', workloadArn: WORKLOAD_ARN, settings }, PROJECT_ADMIN, it);
      },
      stands: async (it) => (await it.settings.load(PROJECT.id, WORKLOAD_ARN)).quietSeconds,
    },
  ],
  [
    'a connection',
    {
      change: async (it, nth) =>
        updateConnection(
          { connectionId: await connectionId(it), change: { name: `No. ${nth}` } },
          JIRA_ADMIN,
          it,
        ),
      stands: async (it) => (await it.connection()).name,
    },
  ],
  [
    'whom a connection serves',
    {
      change: async (it, nth) =>
        serveProjects(
          {
            connectionId: await connectionId(it),
            serves: [{ projectKey: 'WA', workloadArns: [workload(nth)] }],
          },
          JIRA_ADMIN,
          it,
        ),
      stands: async (it) => (await it.connection()).serves[0]?.workloadArns?.[0],
    },
  ],
];

test.each(DEEDS)(
  'of %s, each entry begins where another one ends, and the last is what is stored',
  (_, { change, stands }) =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const platform = await MemoryPlatform.linked();
        await change(platform, 0);
        const first = JSON.stringify(await stands(platform));
        platform.entries.length = 0;
        const { kvs, guarded } = platform;
        kvs.get = scheduler.scheduleFunction(kvs.get.bind(kvs));
        guarded.get = scheduler.scheduleFunction(guarded.get.bind(guarded));
        guarded.replace = scheduler.scheduleFunction(guarded.replace.bind(guarded));
        const all = Promise.all(Array.from({ length: AT_ONCE }, (__, nth) => change(platform, nth + 1)));
        await scheduler.waitFor(all);
        const last = JSON.stringify(await scheduler.waitFor(stands(platform)));
        expect(lastOf(toldBy(platform), first)).toEqual({ last, steps: AT_ONCE });
      }),
      { numRuns: 40 },
    ),
);

/** The value before and after of each entry. */
function toldBy({ entries }: MemoryPlatform): ReadonlyMap<string, string> {
  const told = entries.map(({ lines = [] }) => {
    const values = lines.flatMap(({ params: { from, to } = {} }) => [{ from, to }]);
    const [before] = values.flatMap(({ from }) => (typeof from === 'string' ? [from] : []));
    const [after] = values.flatMap(({ to }) => (typeof to === 'string' ? [to] : []));
    return [before ?? 'nothing', after ?? 'nothing'] as const;
  });
  return new Map(told);
}

function lastOf(told: ReadonlyMap<string, string>, first: string): { last: string; steps: number } {
  let last = first;
  let steps = 0;
  for (let next = told.get(last); next !== undefined && steps < told.size; next = told.get(last)) {
    last = next;
    steps += 1;
  }
  return { last, steps };
}
