/** What the app spends on a site. */

/** In one hour, as far as the app keeps account of it. */
export interface UsageHour {
  /** When it began; ISO 8601. */
  readonly at: string;
  /** Of Jira's. */
  readonly points: number;
  /** Units of Forge's storage, of 10 KB each. */
  readonly storageRead: number;
  readonly storageWritten: number;
}

export interface UsageView {
  /** Of the last 24, the latest first; those in which nothing was spent are left out. */
  readonly hours: readonly UsageHour[];
  /** Jira's points of the hour run out: until then automatic mode leaves what is in no hurry. ISO 8601. */
  readonly slowedUntil?: string;
}
