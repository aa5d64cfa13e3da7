/** Times as Jira tells them (`2026-01-05T09:30:00.000+0100`): the offset is that of whoever asks. */

const JIRA_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(?:Z|([+-]\d{2}):?(\d{2}))$/;

/** The day in UTC (`2026-01-05`), so that one instant gives one text; undefined for what is no full time. */
export function utcDay(time: string | undefined): string | undefined {
  const milliseconds = instant(time);
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString().slice(0, 10);
}

/** The latest of the times, as it was given; what is no full time is passed over. */
export function latestChange(times: readonly (string | undefined)[]): string | undefined {
  let latest: { readonly time: string; readonly at: number } | undefined;
  for (const time of times) {
    const at = instant(time);
    if (time === undefined || at === undefined) continue;
    if (!latest || at > latest.at) latest = { time, at };
  }
  return latest?.time;
}

function instant(time: string | undefined): number | undefined {
  const parts = JIRA_TIME.exec(time ?? '');
  if (!parts) return undefined;
  const [, local = '', hours, minutes] = parts;
  const milliseconds = Date.parse(local + (hours && minutes ? `${hours}:${minutes}` : 'Z'));
  const year = new Date(milliseconds).getUTCFullYear();
  return year >= 0 && year <= 9999 ? milliseconds : undefined;
}
