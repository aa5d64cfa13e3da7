import { fingerprint } from '../jira/adf/fingerprint';
import type { AdfDocument, AdfNode } from '../jira/model';
import { hash } from '../hash';

/** Hash of what a reader of a description sees; equal for what was sent and what Jira gives back. */
export function descriptionHash(description: AdfDocument | undefined): string {
  return hash(fingerprint(description));
}

/** The words of a description, for a person who compares two of them; at most 1,000 characters. */
export function plainText(description: AdfDocument | undefined): string {
  const words = (node: AdfNode): string => node.text ?? (node.content ?? []).map(words).join('');
  return (description?.content ?? []).map(words).join('\n').slice(0, 1000);
}
