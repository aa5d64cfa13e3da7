/** Addresses on the project page that its own parts lead to. Pure. */
import type { Path } from '../../bridge/path';

export type Address =
  | { readonly name: 'overview' }
  | { readonly name: 'audit' }
  | { readonly name: 'sync'; readonly workloadId: string; readonly runId?: string | undefined }
  | { readonly name: 'triage' };

/** Goes there. */
export type OpenPart = (address: Address) => void;

export function openerOf(path: Path): OpenPart {
  return (address) => path.go(...pathOf(address));
}

/** As Jira's address has it: `/overview`, `/sync/<workload id>/<run id>`, `/triage`, `/audit`. */
export function pathOf(address: Address): readonly string[] {
  switch (address.name) {
    case 'overview':
    case 'audit':
    case 'triage':
      return [address.name];
    case 'sync':
      return ['sync', address.workloadId, ...(address.runId === undefined ? [] : [address.runId])];
  }
}
