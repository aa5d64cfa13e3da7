/** What the log tells of deeds; `words/en/audit.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

export interface AuditReasons {
  // What something was done to.
  'target-access-key': { readonly partition: string };
  'target-connection': { readonly connectionId: string };
  'target-site-settings': None;
  'target-workload': { readonly workload: string };
  /** An entry of the log that cannot be read. */
  'target-record': { readonly record: string; readonly key: string };

  'key-saved': { readonly endsWith: string; readonly principalArn: string };
  'key-deleted': None;

  'connection-described': {
    readonly connection: string;
    readonly role: string | Reason;
    readonly access: string;
    readonly regions: readonly string[];
  };
  'role-not-entered': None;
  'record-not-read': None;
  'settings-not-read': None;
  'serves-projects': { readonly projects: readonly Reason[] };
  'serves-no-project': None;
  'project-served': { readonly projectId: string };
  'project-served-for': { readonly projectId: string; readonly workloads: readonly string[] };
  /** `count` of the checks that failed. */
  'region-tested': { readonly region: string; readonly failed: readonly string[]; readonly count: number };
  'event-key-made': None;
  'event-key-deleted': None;

  'workload-linked': { readonly workload: string; readonly connectionId: string };
  'workload-unlinked': { readonly workload: string };
  'run-started': { readonly run: string };
}

export const because = reasonsOf<AuditReasons>();
