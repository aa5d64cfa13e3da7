/** What of an error about AWS is for those who manage the connection only: who and what is trusted, and how. */

/**
 * ARNs of every service but the Well-Architected Tool, whose workloads and lenses a project may know: of roles, users
 * and sessions, and of the policies that AWS names where it refuses a call.
 */
const IDENTITY = /arn:aws[\w-]*:(?!wellarchitected:)[\w-]+:[\w-]*:\w*:[\w+=,.@:/*-]*[\w+=@/*-]/g;

/** 32 hexadecimal digits that are not a workload's id. */
const EXTERNAL_ID = /(?<![/\w])[0-9a-f]{32}(?!\w)/g;

/** Stands for each of them within other words. */
const HIDDEN = '…';

/** The words without names of IAM and policies, and without external ids: the connection's own test tells them to its admins. */
export function withoutConnectionFacts(words: string): string {
  return words.replace(IDENTITY, HIDDEN).replace(EXTERNAL_ID, HIDDEN);
}

/** Whether the text is nothing but such a name or id. */
export function isConnectionFact(text: string): boolean {
  return withoutConnectionFacts(text) === HIDDEN && text !== HIDDEN;
}
