/** What is wrong with what a person enters for connections; `words/en/connection-input.ts` has the words. */
import { asIssue } from '../problem';
import { reasonsOf, type None, type Reason } from '../reason';
import type { Partition } from './regions';

/** None tells what was entered: it may be a secret in the wrong field. */
export interface ConnectionInputReasons {
  'unknown-fields': None;
  'too-many': { readonly limit: number };
  'named-twice': None;
  'too-long': { readonly max: number };
  'not-visible': None;

  'enter-connection': None;
  'enter-connection-name': None;
  'no-tool-in-china': None;
  'choose-known-region': { readonly regions: readonly string[] };
  'choose-a-region': None;
  'choose-access': None;
  'regions-of-both-partitions': None;
  'role-of-other-partition': { readonly partition: Partition };

  'enter-role-arn': None;
  /** What the text is instead. */
  'no-role-arn': { readonly mistake: Reason };
  'arn-of-china': None;
  'arn-of-unserved-partition': None;
  'arn-of-no-role': None;
  'arn-of-session': None;
  'arn-without-account': None;

  'enter-key': None;
  'enter-key-id': None;
  'temporary-key': None;
  'no-key-id': None;
  'enter-secret': None;
  'no-secret': None;
  'choose-partition': None;
  'answer-other-user': None;

  'enter-risk-words': { readonly min: number; readonly max: number };

  'enter-workload-arn': None;
  'enter-project-key': None;
  'no-project-key': None;
  'no-workloads-named': None;
  'enter-served': None;
  'enter-list-of-served': None;
  'too-many-projects': { readonly limit: number };
  'project-served-twice': None;
  'too-many-workloads': { readonly limit: number };
}

export const because = reasonsOf<ConnectionInputReasons>();

/** The same as the message of an issue of zod's. */
export function problem<Code extends keyof ConnectionInputReasons>(
  code: Code,
  ...params: None extends ConnectionInputReasons[Code] ? [] : [params: ConnectionInputReasons[Code]]
): string {
  return asIssue(because(code, ...params));
}
