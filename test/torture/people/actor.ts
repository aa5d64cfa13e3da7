/** Somebody who does something while the app is at work. */
import type { Issue } from '../facts';
import { allIssues, identityOf } from '../facts';
import type { Question, TortureSite } from '../site';
import type { Written } from '../written';

export interface Actor {
  readonly site: TortureSite;
  readonly written: Written;
  /** The app's calls so far. */
  readonly now: () => number;
  /** Words that nobody used before. */
  readonly words: () => string;
  /** Of the linked workload, as somebody saved them last. */
  settings: LinkChoice;
  /** Whether "done" in Jira may change answers in AWS, now or at any time before. */
  mayChoose: boolean;
  /** The preview of making deleted issues again that somebody saw last. */
  shownAgain?: string;
}

export interface LinkChoice {
  readonly mode: 'MANUAL' | 'AUTO';
  readonly resolveSelects: boolean;
  readonly parentsFollow: boolean;
}

/** Does it, and says in plain words what was done; nothing where there was nothing to do it with. */
export type Action = (actor: Actor, pick: number) => Promise<string | undefined>;

export function picked<T>(from: readonly T[], pick: number): T | undefined {
  return from[pick % Math.max(1, from.length)];
}

/** An issue that bears the mark of the review. */
export async function pickIssue(
  { site }: Actor,
  pick: number,
  among: (issue: Issue) => boolean = () => true,
): Promise<Issue | undefined> {
  return picked(
    (await allIssues(site)).filter((issue) => identityOf(issue) !== undefined && among(issue)),
    pick,
  );
}

export function pickQuestion({ site }: Actor, pick: number): Question {
  const question = picked(site.questions(), pick);
  if (!question) throw new Error('the review has no questions');
  return question;
}

export function isLevel(level: number): (issue: Issue) => boolean {
  return ({ fields }) => fields.issuetype.hierarchyLevel === level;
}

/** @throws Error where Jira or the app refuses what people may do: a defect of the driver. */
export function insist({ status, body }: { status: number; body: unknown }, what: string): void {
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
}
