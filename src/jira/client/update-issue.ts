import type { Reason } from '../../reason';
import type { IssuePatch, WriteAnswer } from '../jira';
import { PROPERTY_KEY } from '../ownership';
import { because } from '../reasons';
import { refusalError, saidIn } from './errors';
import type { Http, Reply } from './http';
import { route } from './requester';

/** Why a write was refused, in the app's words; anything else is `refused`. */
const CODES: Readonly<Record<number, string>> = { 403: 'forbidden', 404: 'deleted', 409: 'conflict' };

/**
 * Edits an issue; labels by add and remove only. Sent once, as `Jira.update` says.
 * `refused` codes: `deleted` (gone, or hidden from the app), `forbidden`, `refused`.
 */
export async function updateIssue(http: Http, id: string, patch: IssuePatch): Promise<WriteAnswer> {
  const body = toIssueUpdate(patch);
  if (Object.keys(body).length === 0) return { kind: 'applied' };
  const what = because('to-update-issue', { issue: id });
  const call = { what, method: 'PUT', repeatable: true, once: true, body } as const;
  return writeAnswer(what, await http.send({ ...call, route: route`/rest/api/3/issue/${id}` }));
}

/** A success, or a refusal and why, which is what Jira said. Throws on 401: then no write at all can succeed now. */
export function writeAnswer(what: Reason, reply: Reply, why: (reply: Reply) => Reason = saidIn): WriteAnswer {
  if (reply.status >= 200 && reply.status <= 299) return { kind: 'applied' };
  if (reply.status === 401) throw refusalError(what, reply);
  return { kind: 'refused', code: CODES[reply.status] ?? 'refused', reason: why(reply) };
}

function toIssueUpdate({
  summary,
  description,
  addLabels,
  removeLabels,
  parentId,
  property,
}: IssuePatch): object {
  const fields = {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(parentId === undefined ? {} : { parent: { id: parentId } }),
  };
  const labels = [
    ...(removeLabels ?? []).map((label) => ({ remove: label })),
    ...(addLabels ?? []).map((label) => ({ add: label })),
  ];
  return {
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(labels.length === 0 ? {} : { update: { labels } }),
    ...(property === undefined ? {} : { properties: [{ key: PROPERTY_KEY, value: property }] }),
  };
}
