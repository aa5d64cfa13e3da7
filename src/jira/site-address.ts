import { z } from 'zod';
import type { KeyValues } from '../key-values';
import type { Jira } from './jira';

/** The site's address, without a slash at its end. */
export type SiteAddress = (jira: Pick<Jira, 'siteUrl'>) => Promise<string>;

const KEY = 'site-url';
const LIFE = { ttl: { value: 1, unit: 'DAYS' } } as const;
const schema = z.string().optional();

/** Asks once a day: a site can be renamed. */
export function createSiteAddress(kvs: KeyValues): SiteAddress {
  return async (jira) => {
    const known = schema.parse(await kvs.get(KEY));
    if (known !== undefined) return known;
    const url = await jira.siteUrl();
    await kvs.set(KEY, url, LIFE);
    return url;
  };
}
