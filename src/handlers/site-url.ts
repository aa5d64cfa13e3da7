import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Jira } from '../jira/jira';

const KEY = 'site-url';
const LIFE = { ttl: { value: 1, unit: 'DAYS' } } as const;
const schema = z.string().optional();

/** The site's address, asked for once a day: a site can be renamed. Without a slash at its end. */
export async function siteUrl(jira: Pick<Jira, 'siteUrl'>): Promise<string> {
  const known = schema.parse(await kvs.get(KEY));
  if (known !== undefined) return known;
  const url = await jira.siteUrl();
  await kvs.set(KEY, url, LIFE);
  return url;
}
