/** What of an error about AWS is for those who manage the connection only: who and what is trusted, and how. */

/** ARNs of IAM and STS. Those of workloads, which a project may know, are of another service. */
const IDENTITY = /arn:aws[\w-]*:(?:iam|sts):[\w-]*:\d{0,12}:[\w+=,.@:/-]*[\w+=@/-]/g;

/** 32 hexadecimal digits that are not a workload's id. */
const EXTERNAL_ID = /(?<![/\w])[0-9a-f]{32}(?!\w)/g;

/** Stands for each of them within other words. */
const HIDDEN = '…';

/** The words without IAM's names and external ids: the connection's own test tells them to its admins. */
export function withoutConnectionFacts(words: string): string {
  return words.replace(IDENTITY, HIDDEN).replace(EXTERNAL_ID, HIDDEN);
}

/** Whether the text is nothing but such a name or id. */
export function isConnectionFact(text: string): boolean {
  return withoutConnectionFacts(text) === HIDDEN && text !== HIDDEN;
}
