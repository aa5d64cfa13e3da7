/** Where an issue stands, and where its workflow leads from there. */
import { z } from 'zod';
import { because } from '../reasons';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { route } from './requester';
import { transitionsSchema, type Transition } from './transition-schema';

export type Status = z.infer<typeof statusSchema>;

const issueSchema = z.object({ fields: z.object({ status: statusSchema }) });

/** Throws `UpstreamError` with code 404 where the issue is gone, or hidden from the app. */
export async function readStatus(http: Http, id: string): Promise<Status> {
  const path = route`/rest/api/3/issue/${id}?fields=status`;
  const call = {
    what: because('to-read-issue', { issue: id }),
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  return (await http.read(call, issueSchema)).fields.status;
}

/** Those too whose condition does not hold for the issue: `isAvailable` is false. Throws as `readStatus` does. */
export async function readTransitions(http: Http, id: string): Promise<readonly Transition[]> {
  const path = route`/rest/api/3/issue/${id}/transitions?expand=transitions.fields&includeUnavailableTransitions=true`;
  const call = {
    what: because('to-read-transitions', { issue: id }),
    method: 'GET',
    route: path,
    repeatable: true,
    once: true,
  } as const;
  return (await http.read(call, transitionsSchema)).transitions;
}
