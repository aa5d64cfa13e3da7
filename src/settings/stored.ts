/**
 * Settings as they are stored: tolerant, where `schema.ts` is strict about what people send. What a version does
 * not know stays in storage, what is missing has its default.
 */
import { z } from 'zod';
import { hash } from '../hash';
import { defineRecord } from '../storage/record';
import { CHOICE_REASONS } from '../wellarchitected/model';
import { DEFAULT_SITE_SETTINGS, SCOPES, type LinkSettings, type SiteSettings } from './model';

/** A part that is absent chooses everything: one that cannot be read is not taken for absent. */
export const storedSelection = z.object({
  lensAliases: z.array(z.string()).exactOptional(),
  selectedPillars: z
    .array(z.object({ PillarId: z.string(), SelectedQuestionIds: z.array(z.string()).exactOptional() }))
    .exactOptional(),
  questionIds: z.array(z.string()).exactOptional(),
});

const byStatus = z.object({ statusId: z.string() });
const byResolution = z.object({ resolutionId: z.string() });
const reason = z.enum(CHOICE_REASONS);

const resolveSelects = z.object({
  implemented: z.array(z.union([byStatus, byResolution])).default([]),
  notApplicable: z.array(z.union([byStatus.extend({ reason }), byResolution.extend({ reason })])).default([]),
});

const issueManagementType = z.enum(['AUTO', 'MANUAL']);
const scope = z.enum(SCOPES);
const quietSeconds = z.int().nonnegative();

export const siteSettingsRecord = defineRecord<SiteSettings>({
  name: 'site-settings',
  key: () => 'site-settings',
  version: 1,
  schema: z.object({
    projectConnections: z.boolean().default(DEFAULT_SITE_SETTINGS.projectConnections),
    issueManagementStatus: z
      .enum(['ENABLED', 'DISABLED'])
      .default(DEFAULT_SITE_SETTINGS.issueManagementStatus),
    issueManagementType: issueManagementType.default(DEFAULT_SITE_SETTINGS.issueManagementType),
    scope: scope.default(DEFAULT_SITE_SETTINGS.scope),
    selection: storedSelection.default({}),
    quietSeconds: quietSeconds.default(DEFAULT_SITE_SETTINGS.quietSeconds),
    parentsFollow: z.boolean().default(DEFAULT_SITE_SETTINGS.parentsFollow),
    resolveSelects: resolveSelects.exactOptional(),
  }),
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The defaults hold.',
    unreadable:
      'No link syncs and no connection of a project is used, because the defaults could change issues; saving the settings replaces it.',
  },
});

export const linkSettingsRecord = defineRecord<
  LinkSettings,
  readonly [projectId: string, workloadArn: string]
>({
  name: 'link-settings',
  key: ([projectId, workloadArn]) => `settings:${projectId}:${hash(workloadArn)}`,
  version: 1,
  schema: z.object({
    issueManagementStatus: z.enum(['ENABLED', 'DISABLED', 'INHERIT']).default('INHERIT'),
    issueManagementType: issueManagementType.exactOptional(),
    scope: scope.exactOptional(),
    selection: storedSelection.exactOptional(),
    quietSeconds: quietSeconds.exactOptional(),
    parentsFollow: z.boolean().exactOptional(),
    resolveSelects: resolveSelects.exactOptional(),
    doneStatusId: z.string().exactOptional(),
    besideAwsConnector: z.boolean().exactOptional(),
  }),
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The link has the settings of the site.',
    unreadable: 'This link does not sync, others do; saving its settings replaces it.',
  },
});
