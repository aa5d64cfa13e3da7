/** Every reason that a use case gives, with what it is about; `words/en/use-cases.ts` has the words. */
import { reasonsOf, type ForEverybody, type None, type Reason } from '../reason';

export interface UseCaseReasons {
  // Access keys.
  'key-of-other-user': { readonly principalArn: string; readonly trusted: string };
  'key-deleted-meanwhile': None;

  // Connections.
  'enter-role-first': None;
  'no-risk-to-accept': None;
  'risk-shown-otherwise': { readonly connection: string };
  'project-named-twice': None;
  'no-project-seen': { readonly project: string };
  'regions-of-connection': { readonly connection: string; readonly regions: readonly string[] };

  // Workloads and their reviews.
  'no-connection-for-workload': { readonly project: string };
  'connection-says': { readonly connection: string; readonly why: Reason };
  'region-says': { readonly connection: string; readonly region: string; readonly why: Reason };
  'no-workload-arn': None;
  'syncing-switched-off': None;
  /** The site's licence of the app is not active. */
  unlicensed: None;
  /** `offered`: names with ids. */
  'done-status-not-offered': {
    readonly project: string;
    readonly id: string;
    readonly offered: readonly string[];
  };
  /** `issue`: as the caller named it. */
  'no-issue-seen': { readonly project: string; readonly issue: string };
  'issue-moved-away': None;
  'question-gone-from-lens': None;
  'list-changed': None;
  'search-not-taken': None;
  'connection-reads-only': None;
  'milestone-name-taken': { readonly name: string; readonly number: number };
  'milestones-full': { readonly most: number };
  'lens-not-applied': { readonly lens: string };
  'no-such-milestone': { readonly number: number };
  'no-run-seen': { readonly project: string; readonly run: string };
  'nothing-unreadable': { readonly project: string; readonly id: string };
  'nothing-unreadable-on-site': { readonly id: string };
  'linked-by-none': { readonly workload: string };
  'linked-otherwise-by-now': None;
  // What the platform did, in a live check.
  'date-header': { readonly date: string };
  'no-date-header': None;
  'claims-that-succeeded': { readonly count: number };
  /** `error`: its name and message. */
  'fetch-rejected': { readonly error: string };
  'fetch-answered': { readonly status: number };

  'no-plan-page': { readonly run: string; readonly page: number };

  /** In the place of what a person may not be told. */
  'shown-in-connection': None;
}

export const because = reasonsOf<UseCaseReasons>();

export const FOR_EVERYBODY: ForEverybody<UseCaseReasons> = {
  'connection-says': ['connection', 'why'],
  'region-says': ['connection', 'region', 'why'],
  'no-connection-for-workload': ['project'],
};
