/** Parts of the page and their addresses: `/`, `/sync/<workload id>/<run id>`, `/triage`. Pure. */

export type Part =
  | { readonly name: 'overview' }
  | { readonly name: 'sync'; readonly workloadId: string; readonly runId?: string | undefined }
  | { readonly name: 'triage' };

export type OpenPart = (part: Part) => void;

/** What an address shows; one that means nothing shows the overview. */
export function partOf([name, workloadId, runId]: readonly string[]): Part {
  if (name === 'triage') return { name };
  if (name === 'sync' && workloadId !== undefined) return { name, workloadId, runId };
  return { name: 'overview' };
}

export function pathOf(part: Part): readonly string[] {
  switch (part.name) {
    case 'overview':
      return [];
    case 'triage':
      return ['triage'];
    case 'sync':
      return ['sync', part.workloadId, ...(part.runId === undefined ? [] : [part.runId])];
  }
}
