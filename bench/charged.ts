import type { Site } from '../sandbox/site/site';

export interface Charged {
  /** Of Jira's hourly pool. */
  readonly points: number;
  /** Of storage, read and written. */
  readonly keys: number;
  /** Requests to storage that were refused for a limit. */
  readonly refused: number;
}

/** What the platform charged the site's installation so far. */
export function charged(site: Pick<Site, 'charges'>): Charged {
  const [all] = Object.values(site.charges());
  if (all === undefined) throw new Error('the site charges nobody');
  const { storage, jira } = all;
  return { points: jira.points.total, keys: storage.operations, refused: storage.refused };
}
