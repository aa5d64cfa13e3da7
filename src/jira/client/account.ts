import { z } from 'zod';
import { because } from '../reasons';
import type { Http } from './http';
import { route } from './requester';

/** Of schema `User`. */
const schema = z.object({ accountId: z.string().min(1) });

/** Account id of whoever the requester acts for. */
export async function readAccount(http: Http): Promise<string> {
  const call = { what: because('to-read-account'), method: 'GET', repeatable: true } as const;
  const { accountId } = await http.read({ ...call, route: route`/rest/api/3/myself` }, schema);
  return accountId;
}
