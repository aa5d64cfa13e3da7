/** At most `max` UTF-16 code units, never half a surrogate pair; `mark` says that something was cut. */
export function truncate(value: string, max: number, mark = '…'): string {
  if (value.length <= max) return value;
  const kept = value.slice(0, max - mark.length);
  return kept.replace(/[\uD800-\uDBFF]$/, '') + mark;
}
