/** Every reason that a link gives, with what it is about; `words/en/linked-workloads.ts` has the words. */
import { reasonsOf, type ForEverybody, type None, type Reason } from '../reason';

export interface LinkReasons {
  // Whether it syncs.
  'link-active': None;
  'link-unlinked': None;
  'link-workload-gone': None;
  'link-project-deleted': None;
  'link-project-archived': None;
  'link-connection-deleted': None;
  'link-not-served': None;
  'link-connection-not-usable': { readonly why: Reason };

  // Why there is none, or must be none.
  'not-linked': { readonly project: string; readonly workload: string };
  'linked-elsewhere': None;
  /** For those who may browse that project. */
  'linked-by': { readonly project: string };
}

export const because = reasonsOf<LinkReasons>();

export const FOR_EVERYBODY: ForEverybody<LinkReasons> = {
  'link-connection-not-usable': ['why'],
  'not-linked': ['project', 'workload'],
};
