/** What AWS would refuse in the name of a milestone. Pure. */

/** @param taken names of the milestones that the workload has; AWS ignores spaces and capitals */
export function problemOfName(name: string, taken: readonly string[]): 'length' | 'taken' | undefined {
  const length = Array.from(name.trim()).length;
  if (length < 3 || length > 100) return 'length';
  return taken.some((each) => plain(each) === plain(name)) ? 'taken' : undefined;
}

function plain(name: string): string {
  return name.replace(/\s/gu, '').toLowerCase();
}
