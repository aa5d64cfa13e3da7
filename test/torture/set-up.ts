/** What was there before anything went wrong: a linked workload, its first sync, its settings. */
import type { Actor } from './people/actor';
import { saveSettings } from './people/in-the-app';
import type { Schedule } from './schedule';
import { JIRA_ADMIN, PROJECT } from './site';

const STATUSES = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
] as const;

export async function setUp(actor: Actor, schedule: Schedule, tell: string[]): Promise<void> {
  const { site } = actor;
  const { mode, resolveSelects, parentsFollow, faults, faultsFromStart, events } = schedule;
  allowAnyMove(actor);
  const { connections } = await answered(site.app('connection.list', {}, JIRA_ADMIN), 'connection.list');
  const connectionId = connections[0]?.id;
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn };
  await answered(site.app('workload.link', { ...ref, connectionId }), 'workload.link');
  tell.push(`Faults${faultsFromStart ? ' from the first sync on' : ''}: ${JSON.stringify(faults)}`);
  if (faultsFromStart) await site.setFaults(faults);
  await site.app('sync.start', { ...ref, mode: 'sync' });
  await site.rest();
  tell.push(`${mode} mode, resolveSelects ${String(resolveSelects)}, parentsFollow ${String(parentsFollow)}`);
  await site.setFaults({});
  const refusal = await saveSettings(actor, { mode, resolveSelects, parentsFollow });
  if (refusal !== undefined) throw new Error(`the app refuses settings: ${refusal}`);
  await site.rest();
  if (events) await deployEvents(actor, connectionId);
  await site.rest();
  await site.setFaults(faults);
}

/** Every status leads to every other, and `Close as` asks for the resolution. */
function allowAnyMove({ site }: Actor): void {
  const plain = STATUSES.map(({ name }) => ({ name, from: 'any' as const, to: name }));
  const close = { name: 'Close as', from: 'any' as const, to: 'Done', screenFields: ['resolution'] };
  site.site.jira.admin.setWorkflow(PROJECT, { statuses: STATUSES, transitions: [...plain, close] });
}

async function deployEvents({ site }: Actor, connectionId: string | undefined): Promise<void> {
  const { parameters } = await answered(
    site.app('connection.enableEvents', { connectionId }, JIRA_ADMIN),
    'events',
  );
  const { WebTriggerUrl: webTriggerUrl, WebTriggerKey: key, RoleArn: roleArn } = parameters;
  site.site.aws.admin.deployEvents({ webTriggerUrl, key, roleArn });
}

/** @throws Error where the app refuses what has to work. */
async function answered<T>(
  asking: Promise<{ readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: object }>,
  what: string,
): Promise<T> {
  const answer = await asking;
  if (answer.ok) return answer.data;
  throw new Error(`the app refuses ${what}: ${JSON.stringify(answer.error)}`);
}
