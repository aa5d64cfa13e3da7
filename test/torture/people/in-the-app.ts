/** What people do on the app's pages. */
import { PROJECT } from '../site';
import type { Action, Actor, LinkChoice } from './actor';

/** Resolutions of the local site, and of any Jira. */
const RESOLVE_SELECTS = {
  implemented: [{ resolutionId: '10000' }],
  notApplicable: [{ resolutionId: '10001', reason: 'BUSINESS_PRIORITIES' }],
};

/** Answers why the app refuses, if it does. */
export async function saveSettings(actor: Actor, choice: LinkChoice): Promise<string | undefined> {
  const { mode, resolveSelects, parentsFollow } = choice;
  const settings = {
    issueManagementStatus: 'ENABLED',
    issueManagementType: mode,
    quietSeconds: 30,
    parentsFollow,
    ...(resolveSelects ? { resolveSelects: RESOLVE_SELECTS } : {}),
  };
  const ref = { projectKey: PROJECT, workloadArn: actor.site.workloadArn };
  const answer = await actor.site.app('settings.save', { ...ref, settings });
  actor.mayChoose ||= resolveSelects;
  if (!answer.ok) return answer.error.reason.code;
  actor.settings = choice;
  return undefined;
}

export const changeSettings: Action = async (actor, pick) => {
  const { settings } = actor;
  const name = pick % 2 === 0 ? 'resolveSelects' : 'parentsFollow';
  const to = !settings[name];
  const refusal = await saveSettings(actor, { ...settings, [name]: to });
  if (refusal !== undefined) return `would set ${name} to ${String(to)}, and is told ${refusal}`;
  return `sets ${name} to ${String(to)}`;
};

export const startSync: Action = async ({ site }) => {
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn };
  const answer = await site.app('sync.start', { ...ref, mode: 'sync' });
  return answer.ok ? 'starts a sync' : `would start a sync, and is told ${answer.error.reason.code}`;
};

/** Makes issues again that were deleted: a preview first, and what it showed the next time. */
export const startAgain: Action = async (actor) => {
  const { site, written } = actor;
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn, recreate: true };
  const fingerprint = await shownAgain(actor);
  if (fingerprint === undefined) {
    const shown = await site.app('sync.start', { ...ref, mode: 'preview' });
    if (!shown.ok) return `would see deleted issues made again, and is told ${shown.error.reason.code}`;
    actor.shownAgain = shown.data.runId;
    return 'asks for a preview that makes deleted issues again';
  }
  const answer = await site.app('sync.start', { ...ref, mode: 'sync', fingerprint });
  written.madeAgain ||= answer.ok;
  return answer.ok
    ? 'starts a sync that makes deleted issues again'
    : `would make deleted issues again, and is told ${answer.error.reason.code}`;
};

async function shownAgain({ site, shownAgain }: Actor): Promise<string | undefined> {
  if (shownAgain === undefined) return undefined;
  const answer = await site.app('sync.run', { projectKey: PROJECT, runId: shownAgain });
  return answer.ok ? answer.data.outcome?.fingerprint : undefined;
}

export const startPreview: Action = async ({ site }) => {
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn };
  const answer = await site.app('sync.start', { ...ref, mode: 'preview' });
  return answer.ok ? 'asks for a preview' : `would see a preview, and is told ${answer.error.reason.code}`;
};

export const relink: Action = async ({ site }) => {
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn };
  const linked = await site.app('workload.linked', { projectKey: PROJECT });
  const link = linked.ok && linked.data.workloads.find(({ workloadArn }) => workloadArn === site.workloadArn);
  if (!link) return undefined;
  const { connectionId } = link;
  const unlinked = await site.app('workload.unlink', ref);
  if (!unlinked.ok) return `would unlink the workload, and is told ${unlinked.error.reason.code}`;
  const again = await site.app('workload.link', { ...ref, connectionId });
  return again.ok
    ? 'unlinks the workload and links it again'
    : `unlinks the workload, and linking it is refused: ${again.error.reason.code}`;
};
