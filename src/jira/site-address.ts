import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import type { Jira } from './jira';

/** The site's address, without a slash at its end. */
export type SiteAddress = (jira: Pick<Jira, 'siteUrl'>) => Promise<string>;

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

/** Asks once a day: a site can be renamed. */
export function createSiteAddress(kvs: KeyValues, log?: RecordLog): SiteAddress {
  const record = openRecord(siteUrlRecord, kvs, log);
  return async (jira) => {
    const reading = await record.inspect();
    const known = record.valueOf(reading);
    if (known !== undefined) return known;
    const url = await jira.siteUrl();
    await record.replace(reading, url);
    return url;
  };
}
