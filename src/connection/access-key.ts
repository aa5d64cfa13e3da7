/** The key of the IAM user that the app signs in as, one for each partition, and what clients see of it. Pure. */
import type { AccessKeyView } from '../contract/connections';
import type { Partition } from './regions';

export interface AccessKey {
  readonly partition: Partition;
  /** `site`: entered by a Jira admin; `app`: set for every site by whoever deployed the app. */
  readonly from: 'app' | 'site';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whom roles trust; known of the site's own key. */
  readonly principalArn?: string;
  /** ISO 8601: when a Jira admin entered it. */
  readonly since?: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from `since` (ISO 8601) to `now` (milliseconds); 0 for a time that is still to come. */
export function ageInDays(since: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / DAY));
}

/** @param principalArn as AWS says it now; otherwise what was stored holds. @param now milliseconds. */
export function accessKeyView(key: AccessKey, principalArn: string | undefined, now: number): AccessKeyView {
  const { partition, from, accessKeyId, since } = key;
  const principal = principalArn ?? key.principalArn;
  return {
    partition,
    from,
    ...(principal === undefined ? {} : { principalArn: principal }),
    endsWith: accessKeyId.slice(-4),
    ...(since === undefined ? {} : { since, ageDays: ageInDays(since, now) }),
  };
}
