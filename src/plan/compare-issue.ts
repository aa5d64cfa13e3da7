import type { IssuePatch } from '../jira/jira';
import type { OurIssue, OwnershipProperty } from '../jira/model';
import type { Entry } from './entry';
import { canonicalJson } from './hash';
import { CREATED, type Link, type Side } from './link';
import type { Matched, Move, Remark, Update } from './plan';
import type { ReviewSide } from './review-side';
import { compareTexts, labelChanges, writtenHash, type TextComparison } from './texts';
import { compareDone } from './three-way';

/** What comparing one issue with its entry comes to. */
export interface Comparison {
  readonly matched: Matched;
  readonly update?: Update;
  readonly move?: Move;
  readonly conflict?: Remark;
  readonly movedInJira?: Remark;
}

/** Compares an issue with its entry: texts, labels, property and "done". Pure; decides nothing for others. */
export function compareIssue(
  entry: Entry,
  issue: OurIssue,
  link: Link | undefined,
  review: ReviewSide,
): Comparison {
  const texts = compareTexts(entry.content, issue, link);
  const update = updateOf(entry, issue, texts);
  const jira: Side = issue.status.category === 'done' ? 'done' : 'open';
  const before = link?.issueId === issue.id ? link.synced : CREATED;
  const now = { review: review.side, jira };
  const verdict = entry.level === 'epic' ? 'agree' : compareDone(before, review.side, jira);
  const moves = verdict === 'follow-review';
  const synced = {
    moved: moves ? { review: review.side, jira: review.side } : now,
    kept: moves || verdict === 'conflict' ? before : now,
  };
  const memory = {
    texts: { updated: texts.updated, kept: texts.kept },
    synced,
  };
  const conflict = conflictOf(issue, texts, verdict === 'conflict' ? review : undefined);
  return {
    matched: { entry, issue, link, memory },
    ...(update ? { update } : {}),
    ...(moves ? { move: moveOf(entry, issue, review) } : {}),
    ...(conflict ? { conflict } : {}),
    ...(verdict === 'differ-by-jira' ? { movedInJira: differenceOf(issue, review) } : {}),
  };
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

function conflictOf(
  issue: OurIssue,
  texts: TextComparison,
  apart: ReviewSide | undefined,
): Remark | undefined {
  if (!apart && texts.differences.length === 0) return undefined;
  const moved = apart
    ? `review and issue both moved, apart: ${apart.because}, and the issue is "${issue.status.name}". Move the issue or change the answer so that they agree.`
    : '';
  const edited = texts.differences.length
    ? 'AWS changed a text that was edited in Jira; the edit is kept.'
    : '';
  return {
    key: issue.key,
    title: issue.summary,
    code: apart ? 'moved-apart' : 'text-edited',
    reason: [moved, edited].filter(Boolean).join(' '),
    ...(texts.differences.length ? { texts: texts.differences } : {}),
  };
}

function differenceOf(issue: OurIssue, review: ReviewSide): Remark {
  return {
    key: issue.key,
    title: issue.summary,
    code: review.side === 'open' ? 'done-in-jira' : 'open-in-jira',
    reason: `it is "${issue.status.name}" in Jira, and in the review ${review.because}.`,
  };
}
