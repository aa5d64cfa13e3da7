/** Settings from outside, parsed. Limits are those of AWS's shapes (PillarId 64, QuestionId 128, LensAlias 128). */
import { z } from 'zod';
import { CHOICE_REASONS } from '../wellarchitected/model';
import { DEFAULT_SITE_SETTINGS, SCOPES } from './model';

const pillarId = z.string().min(1).max(64);
const questionId = z.string().min(1).max(128);

export const selectionSchema = z.strictObject({
  lensAliases: z.array(z.string().min(1).max(128)).max(100).exactOptional(),
  selectedPillars: z
    .array(
      z.strictObject({
        PillarId: pillarId,
        SelectedQuestionIds: z.array(questionId).max(1000).exactOptional(),
      }),
    )
    .max(1000)
    .exactOptional(),
  questionIds: z.array(questionId).max(1000).exactOptional(),
});

/** Jira's ids of statuses and resolutions. */
const jiraId = z.string().regex(/^\d+$/).max(20);
const byStatus = z.strictObject({ statusId: jiraId });
const byResolution = z.strictObject({ resolutionId: jiraId });
const reason = z.enum(CHOICE_REASONS);

const resolveSelects = z.strictObject({
  implemented: z.array(z.union([byStatus, byResolution])).max(100),
  notApplicable: z.array(z.union([byStatus.extend({ reason }), byResolution.extend({ reason })])).max(100),
});

const issueManagementType = z.enum(['AUTO', 'MANUAL']);
const scope = z.enum(SCOPES);
/** Shorter than half a minute is no pause; longer than an hour, and automatic mode hardly works. */
const quietSeconds = z.int().min(30).max(3600);

export const linkSettingsSchema = z.strictObject({
  issueManagementStatus: z.enum(['ENABLED', 'DISABLED', 'INHERIT']).default('INHERIT'),
  issueManagementType: issueManagementType.exactOptional(),
  scope: scope.exactOptional(),
  selection: selectionSchema.exactOptional(),
  quietSeconds: quietSeconds.exactOptional(),
  parentsFollow: z.boolean().exactOptional(),
  resolveSelects: resolveSelects.exactOptional(),
  doneStatusId: jiraId.exactOptional(),
  besideAwsConnector: z.boolean().exactOptional(),
});

export const siteSettingsSchema = z.strictObject({
  projectConnections: z.boolean(),
  issueManagementStatus: z.enum(['ENABLED', 'DISABLED']).default(DEFAULT_SITE_SETTINGS.issueManagementStatus),
  issueManagementType: issueManagementType.default(DEFAULT_SITE_SETTINGS.issueManagementType),
  scope: scope.default(DEFAULT_SITE_SETTINGS.scope),
  selection: selectionSchema.default({}),
  quietSeconds: quietSeconds.default(DEFAULT_SITE_SETTINGS.quietSeconds),
  parentsFollow: z.boolean().default(DEFAULT_SITE_SETTINGS.parentsFollow),
  resolveSelects: resolveSelects.exactOptional(),
});
