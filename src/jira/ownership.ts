/** The mark that makes an issue ours: the entity property `well-architected`. */
import { z } from 'zod';
import type { AnyIssue, Identity, OurIssue, OwnershipProperty } from './model';

/** The property's key; manifest.yml indexes it for JQL under the same name. */
export const PROPERTY_KEY = 'well-architected';

const part = z.string().min(1).max(2048);

const schema = z.object({
  v: z.literal(1),
  workload: part,
  lens: part.exactOptional(),
  question: part.exactOptional(),
  choice: part.exactOptional(),
  pillar: part.exactOptional(),
  risk: part.exactOptional(),
  hash: z.string().max(128),
});

/**
 * Reads a property value that anyone who can edit the issue may have written. `undefined` for everything
 * that is not a whole identity of an Epic, Task or Sub-task. Proves nothing about who wrote it: never use
 * it to authorise.
 */
export function parseOwnership(value: unknown): OwnershipProperty | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success && isWhole(parsed.data) ? parsed.data : undefined;
}

/** Builds the property's value; data beside the identity never changes which issue it is. */
export function buildOwnership(
  identity: Identity,
  data: Pick<OwnershipProperty, 'pillar' | 'risk' | 'hash'>,
): OwnershipProperty {
  return schema.parse({ ...identity, ...data, v: 1 });
}

/** A canonical text of an identity: equal for equal identities, different for different ones. */
export function identityKey(identity: Identity): string {
  return JSON.stringify([identity.workload, identity.lens, identity.question, identity.choice]);
}

/** Identity keys of issues. */
export function identitiesOf(issues: readonly OurIssue[]): ReadonlySet<string> {
  return new Set(issues.map(({ property }) => identityKey(property)));
}

/** Whether an issue says that it is ours; whoever can edit it can make it say so. */
export function hasProperty(issue: AnyIssue): issue is OurIssue {
  return issue.property !== undefined;
}

/** An Epic has neither lens nor question nor choice; a Task has no choice. */
function isWhole(identity: Identity): boolean {
  const { lens, question, choice } = identity;
  return (
    (lens === undefined) === (question === undefined) && (question !== undefined || choice === undefined)
  );
}
