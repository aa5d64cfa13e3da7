/** What a person enters for connections, checked field by field: one sentence each, with the remedy. Pure. */
import { z } from 'zod';
import { PROJECT_KEY } from '../jira/project-key';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { PARTITIONS, REGIONS, isRegion, partitionOf } from './regions';
import { partitionProblem } from './partition-problem';
import { roleArn } from './role-arn';
import { visibleLine } from './visible-line';

/** Sentences say what is wrong and what to do, never what was entered: it may be a secret in the wrong place. */
function strict<T extends z.core.$ZodLooseShape>(shape: T, whenMissing: string) {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? 'Leave out the fields that the app does not know.' : whenMissing,
  });
}

function distinctList<T extends string>(item: z.ZodType<T>, limit: number, whenEmpty: string) {
  return z
    .array(item, whenEmpty)
    .min(1, whenEmpty)
    .max(limit, `Name at most ${limit}.`)
    .refine((items) => new Set(items).size === items.length, 'Name each one only once.');
}

const NAME_LIMIT = 100;
const name = visibleLine({ min: 1, max: NAME_LIMIT, whenMissing: 'Give the connection a name.' });

const region = z.enum(REGIONS, {
  error: ({ input }) =>
    typeof input === 'string' && input.startsWith('cn-')
      ? 'AWS does not offer the Well-Architected Tool in the Regions of China.'
      : `Choose from the Regions that have the Well-Architected Tool: ${REGIONS.join(', ')}.`,
});

const regions = distinctList(region, REGIONS.length, 'Choose at least one Region.');
const access = z.enum(['read-only', 'read-write'], 'Choose what the app may do: read-only or read-write.');

const WHEN_MISSING = 'Send the fields of the connection.';

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
  const problem = partitionProblem(fields);
  if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
}

/** Long-term keys only: IAM's prefix AKIA. Keys of STS (ASIA) end within hours and need a token beside them. */
export const accessKeyIdSchema = z
  .string('Enter the access key ID.')
  .trim()
  .refine((key) => !key.startsWith('ASIA'), {
    message: 'This is a temporary key (ASIA…). Enter the access key of an IAM user (AKIA…).',
    abort: true,
  })
  .regex(/^AKIA[A-Z0-9]{12,124}$/, 'Enter an access key ID: AKIA followed by capital letters and digits.');

export const secretAccessKeySchema = z
  .string('Enter the secret access key.')
  .trim()
  .regex(/^[A-Za-z0-9/+=]{16,128}$/, 'Enter the secret access key as AWS showed it, usually 40 characters.');

/** `SaveAccessKey` of the contract. */
export const accessKeySchema = strict(
  {
    partition: z.enum(PARTITIONS, `Choose the partition of the IAM user: ${PARTITIONS.join(' or ')}.`),
    accessKeyId: accessKeyIdSchema,
    secretAccessKey: secretAccessKeySchema,
    acceptOtherUser: z.boolean('Answer whether another IAM user is meant: true or false.').exactOptional(),
  },
  'Send the fields of the access key.',
);

/** Long enough for a reason. */
const RISK_WORDS = { min: 20, max: 500 };

/** In which words a person accepts that a role can be entered without its external id. */
export const riskWordsSchema = visibleLine({
  ...RISK_WORDS,
  whenMissing: `Say in ${RISK_WORDS.min} to ${RISK_WORDS.max} characters why the risk is acceptable.`,
});

const WORKLOAD_HINT =
  'Enter the ARN of a workload: arn:aws:wellarchitected:<Region>:<12-digit account>:workload/<32 hexadecimal digits>.';

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
        projectKey: z
          .string('Enter a project key.')
          .regex(PROJECT_KEY, 'Enter a project key in capitals, such as WA.'),
        workloadArns: distinctList(
          workloadArn,
          WORKLOAD_LIMIT,
          'Name at least one workload, or leave the list out: then the project gets all that the role reaches.',
        ).exactOptional(),
      },
      'Name a project and, if wanted, its workloads.',
    ),
    'Send the list of projects.',
  )
  .max(PROJECT_LIMIT, `Name at most ${PROJECT_LIMIT} projects.`)
  .refine(
    (served) => new Set(served.map(({ projectKey }) => projectKey)).size === served.length,
    'Name each project only once.',
  )
  .refine(
    (served) => served.flatMap(({ workloadArns = [] }) => workloadArns).length <= WORKLOAD_LIMIT,
    `Name at most ${WORKLOAD_LIMIT} workloads in all.`,
  );
