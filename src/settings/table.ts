/**
 * Every setting, a row each: where it may be set, what people may send, what is read from storage, and its default.
 * Schemas, types, defaults and what holds for a link follow from it; values cross to pages as they are.
 */
import { z } from 'zod';
import { fieldValuesSchema, storedFieldValues } from './field-values';
import { issueTypesSchema, storedIssueTypes } from './issue-types';
import { jiraId, resolveSelectsSchema, storedResolveSelects } from './resolve-selects';
import { defaulted, optional, shared, type Row } from './row';
import { SCOPES, selectionSchema, storedSelection } from './selection';

/** Shorter than half a minute is no pause; longer than an hour, and automatic mode hardly works. */
const quietSeconds = z.int().min(30).max(3600);

export const SETTINGS = {
  /** Whether project admins may connect AWS accounts of their own. Whoever sends settings has to say it. */
  projectConnections: { site: { payload: z.boolean(), stored: z.boolean().default(true) } },
  /** INHERIT takes status and type from the site; ENABLED without a type is MANUAL. */
  issueManagementStatus: {
    site: defaulted(z.enum(['ENABLED', 'DISABLED']), 'ENABLED'),
    link: defaulted(z.enum(['ENABLED', 'DISABLED', 'INHERIT']), 'INHERIT'),
  },
  /** MANUAL: nothing changes outside a run that a person starts. AUTO: nobody has to start one. */
  issueManagementType: shared(z.enum(['AUTO', 'MANUAL']), 'MANUAL'),
  scope: shared(z.enum(SCOPES), 'risks'),
  /** What is covered; leaving it puts an issue out of scope and closes nothing. */
  selection: shared(selectionSchema, {}, storedSelection),
  /** Seconds that a question must have been quiet before automatic mode reconciles it. */
  quietSeconds: shared(quietSeconds, 120, z.int().nonnegative()),
  /** Whether Task and Epic follow their children in Jira. Closing a parent never touches children. */
  parentsFollow: shared(z.boolean(), false),
  /** Absent: what is done in Jira changes no answer in AWS. */
  resolveSelects: {
    site: optional(resolveSelectsSchema, storedResolveSelects),
    link: optional(resolveSelectsSchema, storedResolveSelects),
  },
  /** Id of the status that a closed issue moves to; needed only where a workflow offers several done statuses. */
  doneStatusId: { link: optional(jiraId, z.string()) },
  /** By level, for issues that are made from then on; what is absent is Jira's own type of the level. */
  issueTypes: { link: optional(issueTypesSchema, storedIssueTypes) },
  /** For fields that the app does not fill itself, such as required custom fields; only new issues get them. */
  fieldValues: { link: optional(fieldValuesSchema, storedFieldValues) },
  /** A person confirmed that automatic mode may work although AWS's own Jira connector does. */
  besideAwsConnector: { link: optional(z.boolean()) },
} as const satisfies Readonly<Record<string, Row>>;
