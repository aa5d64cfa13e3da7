import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { DoneAs, IssueNow } from '../jira';
import { because } from '../reasons';
import type { Http } from './http';
import { readIssueNow } from './issue-now';
import { route } from './requester';
import { offeredOn } from './resolution';
import { fieldSchema } from './transition-schema';

const schema = z.object({ fields: z.object({ resolution: fieldSchema.optional() }).default({}) });

/** How an issue is to be resolved where it stands: as one of these, or not at all. */
export type Resolving = DoneAs | 'cleared';

/**
 * Sets or clears the resolution by an edit, where no transition's screen has the field and the edit screen has it.
 * Read directly before: where people changed status or resolution since, and where the screen does not offer what is
 * wanted, nothing is sent. Sent once; whatever Jira answers, the issue is read again, and tells what came of it.
 *
 * @returns as Jira has the issue, or `undefined` where its edit screen has no such field and nothing was sent
 */
export async function editResolution(
  http: Http,
  id: string,
  was: IssueNow,
  wanted: Resolving,
): Promise<IssueNow | undefined> {
  const resolution = await wantedOnScreen(http, id, wanted);
  if (resolution === undefined) return undefined;
  const before = await readIssueNow(http, id);
  if (before.status.id !== was.status.id || before.resolution?.id !== was.resolution?.id) return before;
  const what = because('to-resolve-issue', { issue: id });
  const body = { fields: { resolution: resolution === 'cleared' ? null : { id: resolution.id } } };
  const call = { what, method: 'PUT', repeatable: false, once: true, body } as const;
  try {
    await http.send({ ...call, route: route`/rest/api/3/issue/${id}` });
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
  return readIssueNow(http, id);
}

/** Whether the edit screen offers that now. */
export async function canResolve(http: Http, id: string, wanted: Resolving): Promise<boolean> {
  return (await wantedOnScreen(http, id, wanted)) !== undefined;
}

async function wantedOnScreen(http: Http, id: string, wanted: Resolving) {
  const path = route`/rest/api/3/issue/${id}/editmeta`;
  const call = { what: because('to-read-issue', { issue: id }), method: 'GET', repeatable: true } as const;
  const { fields } = await http.read({ ...call, route: path, once: true }, schema);
  if (fields.resolution === undefined) return undefined;
  if (wanted !== 'cleared') return offeredOn(fields.resolution, wanted);
  return fields.resolution.required === true ? undefined : wanted;
}
