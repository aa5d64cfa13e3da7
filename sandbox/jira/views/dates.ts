/** A time as Jira writes it: `2026-01-02T03:04:05.000+0000`. */
export function jiraTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}
