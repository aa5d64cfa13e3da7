import type { IssuePatch } from '../jira/jira';
import type { OurIssue, OwnershipProperty } from '../jira/model';
import type { ResolveSelects } from '../settings/model';
import type { Entry } from './entry';
import { canonicalJson } from '../hash';
import { compareParent } from './compare-parent';
import { comparePractice, type DoneComparison } from './compare-practice';
import { CREATED, type Link, type Side, type SyncedState } from './link';
import type { Choose, Keep, Matched, Move, Remark, Update } from './plan';
import type { ReviewSide } from './review-side';
import { compareTexts, labelChanges, writtenHash, type TextComparison } from './texts';

/** What comparing one issue with its entry comes to. */
export interface Comparison {
  readonly matched: Matched;
  readonly update?: Update;
  readonly move?: Move;
  readonly choice?: Choose;
  readonly conflict?: Remark;
  readonly movedInJira?: Remark;
}

/** What decides about "done" beside the issue and its entry. */
export interface Asked {
  /** Undefined for a parent that has nothing to follow. */
  readonly review: ReviewSide | undefined;
  readonly resolveSelects: ResolveSelects | undefined;
  readonly keep: Keep | undefined;
}

/** Compares an issue with its entry: texts, labels, property and "done". Pure; decides nothing for others. */
export function compareIssue(
  entry: Entry,
  issue: OurIssue,
  link: Link | undefined,
  asked: Asked,
): Comparison {
  const { review } = asked;
  const texts = compareTexts(entry.content, issue, link);
  const update = updateOf(entry, issue, texts);
  const done = compareDone(entry, issue, link?.issueId === issue.id ? link.synced : CREATED, asked);
  const memory = { texts: { updated: texts.updated, kept: texts.kept }, synced: done.memory };
  const conflict = conflictOf(issue, texts, done.kind === 'conflict' ? review : undefined);
  const side = review?.side ?? 'open';
  return {
    matched: { entry, issue, link, memory },
    ...(update ? { update } : {}),
    ...(done.kind === 'follow-review' && review ? { move: moveOf(entry, issue, review) } : {}),
    ...(done.kind === 'choose' ? { choice: choiceOf(entry, issue, done) } : {}),
    ...(conflict ? { conflict } : {}),
    ...(done.kind === 'differ' ? { movedInJira: differenceOf(issue, side, done.reason) } : {}),
  };
}

/** Only a Sub-task's status says something of a best practice. */
function compareDone(entry: Entry, issue: OurIssue, synced: SyncedState, asked: Asked): DoneComparison {
  const { practice, place } = entry;
  const { review, resolveSelects, keep } = asked;
  if (practice === undefined) return compareParent(synced, review, issue, keep);
  const applicable = place?.question.applicable ?? true;
  return comparePractice({ synced, practice, applicable, issue, resolveSelects, keep });
}

function updateOf(entry: Entry, issue: OurIssue, texts: TextComparison): Update | undefined {
  const { content } = entry;
  const labels = labelChanges(content, issue, texts.last);
  const property = propertyOf(entry, issue, texts);
  const stale = canonicalJson(property) !== canonicalJson(issue.property);
  const patch: IssuePatch = {
    ...(texts.summary === 'write' ? { summary: content.summary } : {}),
    ...(texts.description === 'write' ? { description: content.description } : {}),
    ...(labels.add.length ? { addLabels: labels.add } : {}),
    ...(labels.remove.length ? { removeLabels: labels.remove } : {}),
    ...(stale ? { property } : {}),
  };
  const words = [
    ...(patch.summary === undefined ? [] : [`title: "${issue.summary}" → "${content.summary}"`]),
    ...(patch.description === undefined ? [] : ['description']),
    ...labels.add.map((label) => `label + ${label}`),
    ...labels.remove.map((label) => `label − ${label}`),
    ...(stale && issue.property.risk !== property.risk
      ? [`risk: ${issue.property.risk ?? 'none'} → ${property.risk ?? 'none'}`]
      : []),
  ];
  if (Object.keys(patch).length === 0) return undefined;
  return { kind: 'update', entry, issue, patch, words: words.length ? words : ['property'] };
}

/** The property to be: the hash stays what it was where the last written text is unknown. */
function propertyOf(entry: Entry, issue: OurIssue, texts: TextComparison): OwnershipProperty {
  const known = texts.updated.summary !== '' && texts.updated.descriptionHash !== '';
  return {
    v: 1,
    ...entry.identity,
    ...(entry.content.pillarLabel ? { pillar: entry.content.pillarLabel } : {}),
    ...(entry.risk ? { risk: entry.risk } : {}),
    hash: known ? writtenHash(texts.updated) : issue.property.hash,
  };
}

function moveOf(entry: Entry, issue: OurIssue, review: ReviewSide): Move {
  const kind = review.side === 'done' ? 'close' : 'reopen';
  return { kind, entry, issue, reason: review.because, after: kind === 'close' ? review.after : [] };
}

function choiceOf(
  entry: Entry,
  issue: OurIssue,
  { update, reason }: Extract<DoneComparison, { kind: 'choose' }>,
): Choose {
  return { kind: 'choose', entry, issue, update, reason };
}

function conflictOf(
  issue: OurIssue,
  texts: TextComparison,
  apart: ReviewSide | undefined,
): Remark | undefined {
  if (!apart && texts.differences.length === 0) return undefined;
  const edited = texts.differences.length
    ? 'AWS changed a text that was edited in Jira; the edit is kept.'
    : '';
  return {
    key: issue.key,
    title: issue.summary,
    code: apart ? 'moved-apart' : 'text-edited',
    reason: [apart ? movedApart(issue, apart) : '', edited].filter(Boolean).join(' '),
    ...(texts.differences.length ? { texts: texts.differences } : {}),
  };
}

function movedApart({ status }: OurIssue, { of, because }: ReviewSide): string {
  const [others, change] =
    of === 'review' ? ['review', 'change the answer'] : ['children', 'move the children'];
  return `${others} and issue both moved, apart: ${because}, and the issue is "${status.name}". Move the issue or ${change} so that they agree.`;
}

function differenceOf({ key, summary }: OurIssue, side: Side, reason: string): Remark {
  return { key, title: summary, code: side === 'open' ? 'done-in-jira' : 'open-in-jira', reason };
}
