import { identityKey } from '../jira/ownership';
import { canonicalJson, hash } from './hash';
import type { Change } from './plan';

/** Names a change by what it does: two changes have one digest if and only if they do the same. */
export function changeDigest(change: Change): string {
  const identity = identityKey(change.entry.identity);
  switch (change.kind) {
    case 'create': {
      const { summary, descriptionHash, labels } = change.entry.content;
      const content = [summary, descriptionHash, labels, change.entry.risk, change.thenClose];
      return hash(canonicalJson(['create', identity, change.projectKey, content]));
    }
    case 'update':
      return hash(canonicalJson(['update', identity, change.issue.id, change.patch]));
    case 'close':
    case 'reopen':
      return hash(canonicalJson([change.kind, identity, change.issue.id, change.reason]));
  }
}

/** The plan's name: carried by a confirmation, so that only what a person saw is applied. */
export function fingerprintOf(changes: readonly Change[]): string {
  return hash(changes.map(changeDigest).join('\n'));
}
