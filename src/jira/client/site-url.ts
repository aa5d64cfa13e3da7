import { z } from 'zod';
import { because } from '../reasons';
import { malformed } from './errors';
import type { Http } from './http';
import { route } from './requester';

/** Schema `ServerInformation`. */
const serverInfo = z.object({ baseUrl: z.string() });

/** See `Jira.siteUrl`. */
export async function readSiteUrl(http: Http): Promise<string> {
  const path = route`/rest/api/3/serverInfo`;
  const call = {
    what: because('to-read-site-address'),
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  const { baseUrl } = await http.read(call, serverInfo);
  if (isWebAddress(baseUrl)) return withoutEnding(baseUrl);
  throw malformed(call.what, 'baseUrl', because('not-a-web-address'));
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}

/** Scheme, host and path alone. */
function withoutEnding(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
