import type { Reason } from '../reason';
import type { Entry } from './entry';
import { canonicalJson, hash } from '../hash';
import type { Change, Update } from './plan';

/** Names a change by what it does: two changes have one digest if and only if they do the same. */
export function changeDigest(change: Change): string {
  const { key } = change.entry;
  switch (change.kind) {
    case 'create': {
      const { summary, values, labels } = change.entry.content;
      const content = [summary, values, labels, change.entry.stamp, change.thenClose];
      return hash(canonicalJson(['create', key, change.projectId, content]));
    }
    case 'update':
      return hash(canonicalJson(['update', key, change.issue.id, valuesIn(change)]));
    case 'close':
    case 'reopen':
      return hash(canonicalJson([change.kind, key, change.issue.id, change.reason]));
    case 'resolve':
      return hash(canonicalJson(['resolve', key, change.issue.id, change.to, change.reason]));
    case 'choose':
      return hash(canonicalJson(['choose', key, change.issue.id, change.to]));
  }
}

/** What an update writes, whatever the app's words: of texts the property's hash says nothing more. */
function valuesIn({ entry, below, patch: { description, property, ...patch } }: Update): unknown {
  return {
    ...patch,
    ...(below === undefined ? {} : { below }),
    ...(description ? { description: entry.content.values } : {}),
    ...(property ? { property: { ...property, hash: undefined } } : {}),
  };
}

/**
 * What approving a change allows. An issue that is closed right after it is made may also be closed by a
 * later invocation, which finds it made and open.
 */
export function approvalsOf(change: Change): readonly string[] {
  if (change.kind !== 'create' || !change.thenClose) return [changeDigest(change)];
  return [changeDigest(change), closingDigest(change.entry, change.thenClose)];
}

/** Whether an approval allows a change. */
export function isApproved(change: Change, approved: ReadonlySet<string>): boolean {
  if (approved.has(changeDigest(change))) return true;
  return change.kind === 'close' && approved.has(closingDigest(change.entry, change.reason));
}

/** Names the closing of an issue that has no id yet. */
function closingDigest({ key }: Pick<Entry, 'key'>, reason: Reason): string {
  return hash(canonicalJson(['then-close', key, reason]));
}

/** The plan's name: carried by a confirmation, so that only what a person saw is applied. */
export function fingerprintOf(changes: readonly Change[]): string {
  return hash(changes.map(changeDigest).join('\n'));
}
