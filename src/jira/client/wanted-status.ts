import { z } from 'zod';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import type { MoveTarget } from '../jira';
import { because } from '../reasons';
import type { Http } from './http';
import { route } from './requester';

const statusSchema = z.object({ name: z.string() });

/** Where a move was to lead; where that is a status of the settings, Jira is asked for its name. */
export async function wantedStatus(http: Http, target: MoveTarget): Promise<Reason> {
  if (target.to === 'open') return because('any-open-status');
  const { statusId } = target;
  if (statusId === undefined) return because('any-done-status');
  const name = await readStatusName(http, statusId);
  return name === undefined
    ? because('done-status-unknown', { id: statusId })
    : because('done-status-named', { id: statusId, name });
}

/** `undefined` for a status that is gone, in no workflow in use, or hidden: Jira answers the three alike. */
async function readStatusName(http: Http, id: string): Promise<string | undefined> {
  if (!/^\d+$/.test(id)) return undefined;
  const path = route`/rest/api/3/status/${id}`;
  const call = {
    what: because('to-read-status', { status: id }),
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  try {
    return (await http.read(call, statusSchema)).name;
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === '404') return undefined;
    throw error;
  }
}
