import { identityKey } from '../jira/ownership';
import type { Entry } from './entry';
import { canonicalJson, hash } from '../hash';
import type { Change } from './plan';

/** Names a change by what it does: two changes have one digest if and only if they do the same. */
export function changeDigest(change: Change): string {
  const identity = identityKey(change.entry.identity);
  switch (change.kind) {
    case 'create': {
      const { summary, descriptionHash, labels } = change.entry.content;
      const content = [summary, descriptionHash, labels, change.entry.risk, change.thenClose];
      return hash(canonicalJson(['create', identity, change.projectId, content]));
    }
    case 'update':
      return hash(canonicalJson(['update', identity, change.issue.id, change.patch]));
    case 'close':
    case 'reopen':
      return hash(canonicalJson([change.kind, identity, change.issue.id, change.reason]));
    case 'choose':
      return hash(canonicalJson(['choose', identity, change.issue.id, change.update]));
  }
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
function closingDigest({ identity }: Entry, reason: string): string {
  return hash(canonicalJson(['then-close', identityKey(identity), reason]));
}

/** The plan's name: carried by a confirmation, so that only what a person saw is applied. */
export function fingerprintOf(changes: readonly Change[]): string {
  return hash(changes.map(changeDigest).join('\n'));
}
