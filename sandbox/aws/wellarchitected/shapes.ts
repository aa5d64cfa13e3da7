/**
 * Constraints of request members, from the service model of API 2020-03-31; the contract tests compare them
 * with it. Lengths count Unicode code points, as Smithy's `length` trait says.
 */
import { z } from 'zod';

interface TextShape {
  readonly min?: number;
  readonly max?: number;
  /** Without anchors: the whole text must match. */
  readonly pattern?: string;
}

/** A text whose length is counted in code points. */
export function text(shape: TextShape = {}): z.ZodType<string> {
  const { min = 0, max = Infinity, pattern } = shape;
  const regex = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  const check = z.string().superRefine((value, context) => {
    const length = Array.from(value).length;
    const problem =
      length < min
        ? `must have length greater than or equal to ${min}`
        : length > max
          ? `must have length less than or equal to ${max}`
          : regex?.test(value) === false
            ? `must satisfy regular expression pattern: ${pattern ?? ''}`
            : undefined;
    if (problem !== undefined) context.addIssue({ code: 'custom', message: `Member ${problem}` });
  });
  return check.meta({
    ...(shape.min === undefined ? {} : { minLength: min }),
    ...(shape.max === undefined ? {} : { maxLength: max }),
    ...(pattern === undefined ? {} : { pattern }),
  });
}

/**
 * A map that keeps every key that JSON has: Zod's record leaves `__proto__` out, which a lens may call a choice. Its
 * keys are own members: `Object.hasOwn` tells whether one is there.
 */
export function map<T>(key: z.ZodType<string>, value: z.ZodType<T>) {
  const plain = z.record(key, value);
  return z.preprocess(
    (given) => (isObject(given) ? renamed(given, PROTO, STAND_IN) : given),
    plain.overwrite((read) => renamed(read, STAND_IN, PROTO)),
  );
}

const PROTO = '__proto__';
/** What no client calls a key. */
const STAND_IN = '\u0000proto';

function renamed<T>(map: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key === from ? to : key, value]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function integer(min: number, max: number): z.ZodType<number> {
  return z.number().int().min(min).max(max);
}

export const workloadId = text({ min: 32, max: 32, pattern: '[0-9a-f]{32}' });
export const lensAlias = text({ min: 1, max: 128 });
export const questionId = text({ min: 1, max: 128 });
export const pillarId = text({ min: 1, max: 64 });
export const choiceId = text({ min: 1, max: 64 });
export const milestoneNumber = integer(1, 100);
export const milestoneName = text({ min: 3, max: 100 });
export const nextToken = text({ pattern: '[A-Za-z0-9+\\/=_-]+' });
export const notes = text({ min: 0, max: 2084 });
export const choiceNotes = text({ min: 0, max: 250 });
export const clientRequestToken = text({ min: 1, max: 2048, pattern: '[\\x00-\\x7F]*' });
export const reason = z.enum([
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
  'NONE',
]);
export const choiceStatus = z.enum(['SELECTED', 'NOT_APPLICABLE', 'UNSELECTED']);
export const questionPriority = z.enum(['PRIORITIZED', 'NONE']);
export const lensAliases = z.array(lensAlias).min(1);

const issueManagementType = z.enum(['AUTO', 'MANUAL']);
const jiraProjectKey = text({ min: 1, max: 100, pattern: '[A-Z][A-Z0-9_]*' });

/** Of AWS's own connector for Jira, as an account's settings show it (AccountJiraConfigurationOutput). */
export const accountJiraConfiguration = z.strictObject({
  IntegrationStatus: z.enum(['CONFIGURED', 'NOT_CONFIGURED']).exactOptional(),
  IssueManagementStatus: z.enum(['ENABLED', 'DISABLED']).exactOptional(),
  IssueManagementType: issueManagementType.exactOptional(),
  Subdomain: text({ min: 1, max: 100 }).exactOptional(),
  JiraProjectKey: jiraProjectKey.exactOptional(),
  StatusMessage: text({ min: 1, max: 512 }).exactOptional(),
});
export type AccountJiraConfiguration = z.infer<typeof accountJiraConfiguration>;

const awsAccountId = text({ min: 12, max: 12, pattern: '[0-9]{12}' });
const applicationArn = text({
  min: 0,
  max: 2084,
  pattern: 'arn:aws[-a-z]*:servicecatalog:[a-z]{2}(-gov)?-[a-z]+-\\d:\\d{12}:/applications/[a-z0-9]+',
});

/** Members that CreateWorkload and UpdateWorkload share. */
export const workloadMembers = {
  AccountIds: z.array(awsAccountId).max(100).optional(),
  AwsRegions: z
    .array(text({ min: 0, max: 100 }))
    .max(50)
    .optional(),
  NonAwsRegions: z
    .array(text({ min: 3, max: 25 }))
    .max(5)
    .optional(),
  PillarPriorities: z.array(pillarId).optional(),
  ArchitecturalDesign: text({
    min: 0,
    max: 2048,
    pattern: '(|(https?|ftp):\\/\\/[^\\s\\/$.?#].[^\\s]*)',
  }).optional(),
  ReviewOwner: text({ min: 3, max: 255 }).optional(),
  IndustryType: text({ min: 0, max: 100 }).optional(),
  Industry: text({ min: 0, max: 100 }).optional(),
  Notes: notes.optional(),
  DiscoveryConfig: z
    .object({
      TrustedAdvisorIntegrationStatus: z.enum(['ENABLED', 'DISABLED']).optional(),
      WorkloadResourceDefinition: z.array(z.enum(['WORKLOAD_METADATA', 'APP_REGISTRY'])).optional(),
    })
    .optional(),
  Applications: z.array(applicationArn).max(1).optional(),
  JiraConfiguration: z
    .object({
      IssueManagementStatus: z.enum(['ENABLED', 'DISABLED', 'INHERIT']).optional(),
      IssueManagementType: issueManagementType.optional(),
      JiraProjectKey: jiraProjectKey.optional(),
    })
    .optional(),
};
export const workloadName = text({ min: 3, max: 100 });
export const workloadDescription = text({ min: 3, max: 250 });
export const workloadEnvironment = z.enum(['PRODUCTION', 'PREPRODUCTION']);
export const improvementStatus = z.enum([
  'NOT_APPLICABLE',
  'NOT_STARTED',
  'IN_PROGRESS',
  'COMPLETE',
  'RISK_ACKNOWLEDGED',
]);
export const tags = z
  .record(text({ min: 1, max: 128, pattern: '[\\p{L}\\p{N}\\p{Z}_.:\\/=+@-]+' }), text({ min: 0, max: 256 }))
  .refine(
    (map) => Object.keys(map).length >= 1 && Object.keys(map).length <= 50,
    'Member must have 1 to 50 tags',
  )
  .meta({ minProperties: 1, maxProperties: 50 });
