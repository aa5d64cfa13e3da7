import { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import type { Http } from './http';
import { route } from './requester';

const schema = z.object({ id: z.string() });

/** See `Jira.isThere`. */
export async function isIssueThere(http: Http, id: string): Promise<boolean> {
  const what = because('to-read-issue', { issue: id });
  const path = route`/rest/api/3/issue/${id}?fields=status`;
  try {
    await http.read({ what, method: 'GET', route: path, repeatable: true }, schema);
    return true;
  } catch (error) {
    if (error instanceof UpstreamError && error.details.code === '404') return false;
    throw error;
  }
}
