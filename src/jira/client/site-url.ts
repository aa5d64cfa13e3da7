import { z } from 'zod';
import type { Http } from './http';
import { route } from './requester';

/** Schema `ServerInformation`. */
const serverInfo = z.object({
  baseUrl: z.string().refine(isWebAddress, 'not the address of a web site').transform(withoutEnding),
});

/** See `Jira.siteUrl`. */
export async function readSiteUrl(http: Http): Promise<string> {
  const path = route`/rest/api/3/serverInfo`;
  const call = {
    what: 'read the address of the site',
    method: 'GET',
    route: path,
    repeatable: true,
  } as const;
  return (await http.read(call, serverInfo)).baseUrl;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}

/** Scheme, host and path alone. */
function withoutEnding(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
