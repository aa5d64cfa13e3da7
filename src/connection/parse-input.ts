/** What a person enters for connections, checked field by field: one reason each, with the remedy. Pure. */
import { z } from 'zod';
import { PROJECT_KEY } from '../jira/project-key';
import { asIssue } from '../problem';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { problem } from './input-reasons';
import { PARTITIONS, REGIONS, isRegion, partitionOf } from './regions';
import { partitionProblem } from './partition-problem';
import { roleArn } from './role-arn';
import { visibleLine } from './visible-line';

function strict<T extends z.core.$ZodLooseShape>(shape: T, whenMissing: string) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? problem('unknown-fields') : whenMissing),
  });
}

function distinctList<T extends string>(item: z.ZodType<T>, limit: number, whenEmpty: string) {
  return z
    .array(item, whenEmpty)
    .min(1, whenEmpty)
    .max(limit, problem('too-many', { limit }))
    .refine((items) => new Set(items).size === items.length, problem('named-twice'));
}

const NAME_LIMIT = 100;
const name = visibleLine({ min: 1, max: NAME_LIMIT, whenMissing: problem('enter-connection-name') });

const region = z.enum(REGIONS, {
  error: ({ input }) =>
    typeof input === 'string' && input.startsWith('cn-')
      ? problem('no-tool-in-china')
      : problem('choose-known-region', { regions: REGIONS }),
});

const regions = distinctList(region, REGIONS.length, problem('choose-a-region'));
const access = z.enum(['read-only', 'read-write'], problem('choose-access'));

const WHEN_MISSING = problem('enter-connection');

/** `NewConnection` of the contract. */
export const newConnectionSchema = strict(
  { name, roleArn: roleArn.exactOptional(), regions, access },
  WHEN_MISSING,
).superRefine(ofOnePartition);

/**
 * Any of the same fields. Whether the role fits Regions that are not sent too shows when the change is made
 * (`changeConnection`). The external id is none of the fields: nobody chooses it.
 */
export const connectionChangeSchema = strict(
  {
    name: name.exactOptional(),
    roleArn: roleArn.exactOptional(),
    regions: regions.exactOptional(),
    access: access.exactOptional(),
  },
  WHEN_MISSING,
).superRefine(ofOnePartition);
export type ConnectionChange = z.infer<typeof connectionChangeSchema>;

function ofOnePartition(
  fields: Parameters<typeof partitionProblem>[0],
  context: z.core.$RefinementCtx,
): void {
  const found = partitionProblem(fields);
  if (found) context.addIssue({ code: 'custom', path: [found.field], message: asIssue(found.reason) });
}

/** Long-term keys only: IAM's prefix AKIA. Keys of STS (ASIA) end within hours and need a token beside them. */
export const accessKeyIdSchema = z
  .string(problem('enter-key-id'))
  .trim()
  .refine((key) => !key.startsWith('ASIA'), {
    message: problem('temporary-key'),
    abort: true,
  })
  .regex(/^AKIA[A-Z0-9]{12,124}$/, problem('no-key-id'));

export const secretAccessKeySchema = z
  .string(problem('enter-secret'))
  .trim()
  .regex(/^[A-Za-z0-9/+=]{16,128}$/, problem('no-secret'));

/** `SaveAccessKey` of the contract. */
export const accessKeySchema = strict(
  {
    partition: z.enum(PARTITIONS, problem('choose-partition')),
    accessKeyId: accessKeyIdSchema,
    secretAccessKey: secretAccessKeySchema,
    acceptOtherUser: z.boolean(problem('answer-other-user')).exactOptional(),
  },
  problem('enter-key'),
);

/** Long enough for a reason. */
const RISK_WORDS = { min: 20, max: 500 };

/** In which words a person accepts that a role can be entered without its external id. */
export const riskWordsSchema = visibleLine({
  ...RISK_WORDS,
  whenMissing: problem('enter-risk-words', RISK_WORDS),
});

const WORKLOAD_HINT = problem('enter-workload-arn');

const workloadArn = z.string(WORKLOAD_HINT).trim().refine(isWorkloadArn, WORKLOAD_HINT);

function isWorkloadArn(arn: string): boolean {
  const ref = parseWorkloadArn(arn);
  return ref !== undefined && isRegion(ref.region) && arn.startsWith(`arn:${partitionOf(ref.region)}:`);
}

/** A connection is one stored value of 240 KiB; a test holds the largest one to it. */
const PROJECT_LIMIT = 100;
const WORKLOAD_LIMIT = 300;

/** `Serves[]` of the contract; empty: the connection serves no project. */
export const servesSchema = z
  .array(
    strict(
      {
        /** Jira's default form of a project key; whether there is such a project shows when it is looked up. */
        projectKey: z.string(problem('enter-project-key')).regex(PROJECT_KEY, problem('no-project-key')),
        workloadArns: distinctList(
          workloadArn,
          WORKLOAD_LIMIT,
          problem('no-workloads-named'),
        ).exactOptional(),
      },
      problem('enter-served'),
    ),
    problem('enter-list-of-served'),
  )
  .max(PROJECT_LIMIT, problem('too-many-projects', { limit: PROJECT_LIMIT }))
  .refine(
    (served) => new Set(served.map(({ projectKey }) => projectKey)).size === served.length,
    problem('project-served-twice'),
  )
  .refine(
    (served) => served.flatMap(({ workloadArns = [] }) => workloadArns).length <= WORKLOAD_LIMIT,
    problem('too-many-workloads', { limit: WORKLOAD_LIMIT }),
  );
