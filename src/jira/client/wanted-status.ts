import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import type { MoveTarget } from '../jira';
import type { Http } from './http';
import { route } from './requester';

const statusSchema = z.object({ name: z.string() });

/** Names the target of a move for messages; where that is a status of the settings, Jira is asked for its name. */
export async function wantedStatus(http: Http, target: MoveTarget): Promise<string> {
  if (target.to === 'open') return 'an open status';
  const { statusId } = target;
  if (statusId === undefined) return 'a done status';
  const name = await readStatusName(http, statusId);
  return name === undefined
    ? `the done status of the settings (${statusId}), which Jira does not know or does not show`
    : `the done status of the settings, "${name}" (${statusId})`;
}

/** `undefined` for a status that is gone, in no workflow in use, or hidden: Jira answers the three alike. */
async function readStatusName(http: Http, id: string): Promise<string | undefined> {
  if (!/^\d+$/.test(id)) return undefined;
  const path = route`/rest/api/3/status/${id}`;
  const call = { what: `read status ${id}`, method: 'GET', route: path, repeatable: true } as const;
  try {
    return (await http.read(call, statusSchema)).name;
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === '404') return undefined;
    throw error;
  }
}
