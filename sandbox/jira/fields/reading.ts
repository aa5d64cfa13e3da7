/** What reading one field of a request comes to: a change of the issue, or Jira's complaint. */
import type { Issue, IssuePatch } from '../model/issue';
import type { IssueType } from '../model/issue-type';
import type { Project } from '../model/project';
import { type ErrorCollection, fieldError } from '../refusal';
import type { Site } from '../site';

export type Reading =
  | { readonly ok: true; readonly patch: IssuePatch }
  | { readonly ok: false; readonly problem: ErrorCollection };

/** Where a field is being set. */
export interface FieldScope {
  readonly site: Site;
  readonly project: Project;
  readonly issueType: IssueType;
  readonly accountId: string;
  /** The issue before the edit; absent while it is created. */
  readonly current: Issue | undefined;
}

export type FieldReader = (value: unknown, scope: FieldScope) => Reading;

export function accept(patch: IssuePatch): Reading {
  return { ok: true, patch };
}

export function reject(field: string, message: string): Reading {
  return { ok: false, problem: fieldError(field, message) };
}

/** Jira's answer both for fields that do not exist and for those that the screen does not have. */
export function cannotBeSet(field: string): ErrorCollection {
  return fieldError(
    field,
    `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );
}

/** The text or number under a key of an object, as text: ids arrive as either. */
export function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
