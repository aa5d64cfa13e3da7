/** A site whose app only listens, and what scenarios of the shell do and see beside the browser. */
import { startSite, type Site } from '../../../sandbox/site/site';
import { ECHO_APP } from '../../contract/forge/echo-host';
import { received } from '../../contract/forge/received';
import { asPerson } from '../open-site';

export interface ShellSite {
  readonly site: Site;
  /** As the project admin. @returns its key. */
  readonly create: (fields?: object, projectKey?: string) => Promise<string>;
  readonly fieldsOf: (key: string) => Promise<Record<string, unknown>>;
  readonly statusOf: (key: string) => Promise<string>;
  /** Id of the transition to the status with that name. */
  readonly transitionTo: (key: string, status: string) => Promise<string>;
  /** What the app heard of the issue, without what differs between any two issues; each event once, by type. */
  readonly eventsOf: (key: string) => Promise<readonly object[]>;
}

export async function openShellSite(): Promise<ShellSite> {
  const site = await startSite({ appDirectory: ECHO_APP, seed: false, fastForward: true });

  async function fieldsOf(key: string): Promise<Record<string, unknown>> {
    const { body } = await asPerson(site, 'GET', `issue/${key}`);
    return (body as { fields: Record<string, unknown> }).fields;
  }

  return {
    site,
    fieldsOf,
    async create(fields = {}, projectKey = 'WA') {
      const all = { project: { key: projectKey }, issuetype: { name: 'Task' }, summary: 'A task', ...fields };
      const { body } = await asPerson(site, 'POST', 'issue', { fields: all });
      return (body as { key: string }).key;
    },
    statusOf: async (key) => ((await fieldsOf(key)).status as { name: string }).name,
    async transitionTo(key, status) {
      const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`);
      const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
      return transitions.find(({ to }) => to.name === status)?.id ?? '';
    },
    async eventsOf(key) {
      await site.host.idle();
      const { id } = (await asPerson(site, 'GET', `issue/${key}`)).body as { id: string };
      return received(site.host)
        .filter((event) => event.context.moduleKey === 'everything' && event.issue.id === id)
        .toSorted((one, other) => String(one.eventType).localeCompare(String(other.eventType)))
        .map(({ issue, ...event }) => untimed({ ...event, issue: { ...issue, id: '', key: '', self: '' } }));
    },
  };
}

function untimed(event: object): object {
  return JSON.parse(JSON.stringify(event), (_name, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'a time' : value,
  ) as object;
}
