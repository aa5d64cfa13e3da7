import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Jira } from '../jira/jira';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';

export const siteUrlRecord = defineRecord({
  name: 'site-url',
  key: () => 'site-url',
  version: 1,
  schema: z.string(),
  migrations: [],
  life: 1,
  unreadable: 'absent',
  means: { absent: 'Jira is asked for it.', unreadable: 'As absent.' },
});

const record = openRecord(siteUrlRecord, kvs);

/** The site's address, asked for once a day: a site can be renamed. Without a slash at its end. */
export async function siteUrl(jira: Pick<Jira, 'siteUrl'>): Promise<string> {
  const reading = await record.inspect();
  const known = record.valueOf(reading);
  if (known !== undefined) return known;
  const url = await jira.siteUrl();
  await record.replace(reading, url);
  return url;
}
