import { canonicalJson } from '../hash';
import type { IssuePatch } from '../jira/model';
import type { Reason } from '../reason';
import { compareItem } from './compare-item';
import { compareParent } from './compare-parent';
import type { DoneMeanings } from './done-meaning';
import type { Entry, IssueOf, PropertyOf } from './entry';
import type { FollowedSide } from './followed-side';
import type { DoneComparison } from './item-comparison';
import { CREATED, type Link, type Side, type SyncedState } from './link';
import type { Choose, Keep, Matched, Move, Remark, Resolve, Update } from './plan';
import { because } from './reasons';
import type { Source } from './source';
import { compareTexts, labelChanges, writtenHash, type TextComparison } from './texts';
import { jiraSide } from './three-way';
import { howDone } from './why-done';

/** What comparing one issue with its entry comes to. */
export interface Comparison<E extends Entry = Entry> {
  readonly matched: Matched<E>;
  readonly update?: Update<E>;
  readonly move?: Move<E>;
  readonly resolve?: Resolve<E>;
  readonly choice?: Choose<E>;
  readonly conflict?: Remark;
  readonly movedInJira?: Remark;
}

/** What decides beside the issue and its entry. */
export interface Asked<E extends Entry> {
  /** Undefined for a parent that has nothing to follow. */
  readonly followed: FollowedSide | undefined;
  readonly resolveSelects: DoneMeanings | undefined;
  readonly keep: Keep | undefined;
  readonly propertyChanges: Source<E>['propertyChanges'];
}

/** Compares an issue with its entry: texts, labels, property and "done". Pure; decides nothing for others. */
export function compareIssue<E extends Entry>(
  entry: E,
  issue: IssueOf<E>,
  link: Link | undefined,
  asked: Asked<E>,
): Comparison<E> {
  const { followed } = asked;
  const texts = compareTexts(entry.content, issue, link);
  const update = updateOf(entry, issue, texts, asked);
  const done = compareDone(entry, issue, link?.issueId === issue.id ? link.synced : CREATED, asked);
  const memory = { texts: { updated: texts.updated, kept: texts.kept }, synced: done.memory };
  const conflict = conflictOf(issue, texts, done.kind === 'conflict' ? followed : undefined);
  return {
    matched: { entry, issue, link, memory },
    ...(update ? { update } : {}),
    ...(done.kind === 'follow-source' && followed ? { move: moveOf(entry, issue, followed) } : {}),
    ...(done.kind === 'resolve'
      ? { resolve: { kind: 'resolve', entry, issue, to: done.to, reason: done.reason } }
      : {}),
    ...(done.kind === 'choose' ? { choice: choiceOf(entry, issue, done) } : {}),
    ...(conflict ? { conflict } : {}),
    ...(done.kind === 'differ'
      ? { movedInJira: differenceOf(issue, followed?.side ?? 'open', done.reason) }
      : {}),
  };
}

/** Only the issue of an item with a state of its own says something of that. */
function compareDone<E extends Entry>(
  { state }: E,
  issue: IssueOf<E>,
  synced: SyncedState,
  { followed, resolveSelects, keep }: Asked<E>,
): DoneComparison {
  if (state === undefined) return compareParent(synced, followed, issue, keep);
  return compareItem({ synced, state, issue, resolveSelects, keep });
}

function updateOf<E extends Entry>(
  entry: E,
  issue: IssueOf<E>,
  texts: TextComparison,
  { propertyChanges }: Asked<E>,
): Update<E> | undefined {
  const { content } = entry;
  const labels = labelChanges(content, issue, texts.last);
  const property = propertyOf(entry, issue, texts);
  const stale = canonicalJson(property) !== canonicalJson(issue.property);
  const patch: IssuePatch<PropertyOf<E>> = {
    ...(texts.summary === 'write' ? { summary: content.summary } : {}),
    ...(texts.description === 'write' ? { description: content.description } : {}),
    ...(labels.add.length ? { addLabels: labels.add } : {}),
    ...(labels.remove.length ? { removeLabels: labels.remove } : {}),
    ...(stale ? { property } : {}),
  };
  if (Object.keys(patch).length === 0) return undefined;
  const changes = [
    ...(patch.summary === undefined ? [] : [because('title', { old: issue.summary, new: content.summary })]),
    ...(patch.description === undefined ? [] : [because('description')]),
    ...labels.add.map((label) => because('label-added', { label })),
    ...labels.remove.map((label) => because('label-removed', { label })),
    ...(stale ? propertyChanges(issue.property, property) : []),
  ];
  return { kind: 'update', entry, issue, patch, changes: changes.length ? changes : [because('property')] };
}

/** The property to be: the hash stays what it was where the last written text is unknown. */
function propertyOf<E extends Entry>({ stamp }: E, issue: IssueOf<E>, texts: TextComparison): PropertyOf<E> {
  const known = texts.updated.summary !== '' && texts.updated.descriptionHash !== '';
  return { ...(stamp as E['stamp']), hash: known ? writtenHash(texts.updated) : issue.property.hash };
}

function moveOf<E extends Entry>(entry: E, issue: IssueOf<E>, followed: FollowedSide): Move<E> {
  const kind = followed.side === 'done' ? 'close' : 'reopen';
  return { kind, entry, issue, reason: followed.because, after: kind === 'close' ? followed.after : [] };
}

function choiceOf<E extends Entry>(
  entry: E,
  issue: IssueOf<E>,
  { to, reason }: Extract<DoneComparison, { kind: 'choose' }>,
): Choose<E> {
  return { kind: 'choose', entry, issue, to, reason };
}

type Named = Pick<IssueOf<Entry>, 'key' | 'summary' | 'status' | 'resolution'>;

function conflictOf(
  issue: Named,
  { differences }: TextComparison,
  apart: FollowedSide | undefined,
): Remark | undefined {
  const isEdited = differences.length > 0;
  if (!apart && !isEdited) return undefined;
  const reason = apart ? movedApart(issue, apart, isEdited ? 'yes' : 'no') : because('text-edited');
  return {
    ...{ key: issue.key, title: issue.summary, ...reason },
    ...(isEdited ? { texts: differences } : {}),
    ...(apart ? { settledBy: ['aws', 'jira'] } : {}),
  };
}

function movedApart(issue: Named, { of, side, because: why }: FollowedSide, edited: 'yes' | 'no'): Reason {
  if (side === 'done' && jiraSide(issue) === 'done')
    return because('finished-apart', { because: why, how: howDone(issue), edited });
  return because('moved-apart', { of, because: why, status: issue.status.name, edited });
}

/** @param side the other one's */
function differenceOf(issue: Named, side: Side, difference: Reason): Remark {
  const { key, summary: title } = issue;
  if (side === 'open') return { key, title, ...because('done-in-jira', { difference }) };
  const code = jiraSide(issue) === 'done' ? 'done-otherwise' : 'open-in-jira';
  return { key, title, ...because(code, { difference }) };
}
