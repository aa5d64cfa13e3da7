/** Names of milestones. Pure. */

/**
 * Whether AWS takes the two for one: it ignores spaces and capitals in names of workloads (service model), and is taken
 * to do so in names of milestones.
 */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.replace(/\s/gu, '').toLowerCase();
}
