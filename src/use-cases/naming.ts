/** Whom and what a run's outcome, its plan or its message name. Pure. */
import type { PlannedChange, RunOutcome } from '../contract';
import { isParamList, TEXT, type Param, type Reason } from '../reason';

/** Of remarks: what is not named here is not shown. */
export const SECTIONS = [
  'outOfScope',
  'movedInJira',
  'failed',
  'conflicts',
  'notices',
  'proposals',
] as const satisfies (keyof RunOutcome)[];

export interface Naming {
  readonly outcome?: RunOutcome | undefined;
  readonly changes?: readonly PlannedChange[] | undefined;
  readonly message?: Reason | undefined;
}

/** Keys of every issue that an outcome, changes or a message name. */
export function keysIn(naming: Naming): ReadonlySet<string> {
  const { outcome, changes = [] } = naming;
  const remarks = outcome ? SECTIONS.flatMap((section) => outcome[section]) : [];
  const others = changes.filter((change) => change.kind !== 'create');
  const ofIssues = [...remarks, ...others].flatMap(({ key }) => (key === undefined ? [] : [key]));
  return new Set([...ofIssues, ...reasonsIn(naming).flatMap(namedIn)]);
}

/** Whether they have words of Jira, of AWS or of an earlier version, which are not for everybody. */
export function hasWordsOfOthers(naming: Naming): boolean {
  return reasonsIn(naming).some(quotes);
}

function reasonsIn({ outcome, changes = [], message }: Naming): readonly Reason[] {
  const remarks = outcome ? SECTIONS.flatMap((section) => outcome[section]) : [];
  const refusal = outcome?.refusal ?? [];
  return [...remarks, ...refusal, ...changes.flatMap(reasonsOf), ...(message ? [message] : [])];
}

function quotes(said: Param): boolean {
  if (typeof said !== 'object') return false;
  if (isParamList(said)) return said.some(quotes);
  if ('quote' in said) return true;
  return 'code' in said && (said.code === TEXT || Object.values(said.params).some(quotes));
}

function reasonsOf(change: PlannedChange): readonly Reason[] {
  if ('reason' in change) return [change.reason];
  return 'changes' in change ? change.changes : [];
}

function namedIn({ params }: Reason): readonly string[] {
  return Object.values(params).flatMap(keysOf);
}

function keysOf(param: Param): readonly string[] {
  if (typeof param !== 'object') return [];
  if (isParamList(param)) return param.flatMap(keysOf);
  if ('issueKey' in param) return [param.issueKey];
  return 'code' in param ? namedIn(param) : [];
}
