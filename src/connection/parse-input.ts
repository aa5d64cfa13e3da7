/** What a person entered for a new connection, checked field by field. Pure. */
import { z } from 'zod';
import type { ConnectionSecret, NewConnection } from './model';
import { REGIONS } from './regions';

export type ParsedInput =
  | { readonly ok: true; readonly connection: NewConnection; readonly secret: ConnectionSecret }
  /** One sentence for each field that is wrong: its name, what is wrong, what to do. No secret is quoted. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads `CreateConnection` of the contract from anything at all. */
export function parseConnectionInput(input: unknown): ParsedInput {
  const { data, error } = inputSchema.safeParse(input);
  if (error !== undefined) return { ok: false, problems: error.issues.map(sentence) };
  const { secretAccessKey, accessKeyId, ...rest } = data;
  return {
    ok: true,
    connection: { ...rest, auth: { kind: 'accessKey', accessKeyId } },
    secret: { secretAccessKey },
  };
}

const NAME_LIMIT = 100;

const name = z
  .string('Give the connection a name.')
  .trim()
  .min(1, 'Give the connection a name.')
  .max(NAME_LIMIT, `Use at most ${NAME_LIMIT} characters.`)
  .refine((text) => !/\p{C}/u.test(text), 'Leave out characters that cannot be seen.');

/** IAM: account of 12 digits, path and name of `[\w+=,.@/-]`, the name ≤64 and the path ≤512 characters. */
const ROLE = /^arn:aws:iam::\d{12}:role\/(?:[\w+=,.@/-]{1,511}\/)?[\w+=,.@-]{1,64}$/;
const ROLE_HINT = 'Enter the ARN of an IAM role: arn:aws:iam::<12-digit account>:role/<name>.';

const roleArn = z
  .string(ROLE_HINT)
  .trim()
  .superRefine((arn, context) => {
    if (!ROLE.test(arn)) context.addIssue(roleProblem(arn));
  });

function roleProblem(arn: string): string {
  if (/^arn:aws-[a-z-]+:/.test(arn))
    return `The app works in AWS's commercial Regions only (arn:aws:…). ${ROLE_HINT}`;
  if (/^arn:aws:iam::\d{12}:(user|group|root|instance-profile)\b/.test(arn))
    return `This is not a role. ${ROLE_HINT}`;
  if (/^arn:aws:sts:.*:assumed-role\//.test(arn))
    return `This is the session of a role, not the role. ${ROLE_HINT}`;
  if (/^arn:aws:iam::(?!\d{12}:)[^:]*:role\//.test(arn))
    return `The account must have 12 digits. ${ROLE_HINT}`;
  return ROLE_HINT;
}

const regions = distinctList(
  z.enum(REGIONS, `Choose from the Regions that have the Well-Architected Tool: ${REGIONS.join(', ')}.`),
  'Choose at least one Region.',
);

/** Long-term keys only: IAM's prefix AKIA. Keys of STS (ASIA) end within hours and need a token beside them. */
const accessKeyId = z
  .string('Enter the access key ID.')
  .trim()
  .refine((key) => !key.startsWith('ASIA'), {
    message: 'This is a temporary key (ASIA…). Enter the access key of an IAM user (AKIA…).',
    abort: true,
  })
  .regex(/^AKIA[A-Z0-9]{12,124}$/, 'Enter an access key ID: AKIA followed by capital letters and digits.');

const secretAccessKey = z
  .string('Enter the secret access key.')
  .trim()
  .regex(/^[A-Za-z0-9/+=]{16,128}$/, 'Enter the secret access key as AWS showed it, usually 40 characters.');

/** Jira's default form of a project key; a site may have another form, so only what is never a key is refused. */
const projectKeys = distinctList(
  z
    .string('Enter a project key.')
    .regex(/^[A-Z][A-Z0-9_]{1,254}$/, 'Enter a project key in capitals, such as WA.'),
  'Name at least one project that the connection serves.',
);

const inputSchema = z.object(
  { name, roleArn, regions, accessKeyId, secretAccessKey, projectKeys },
  'Send the fields of the connection.',
);

function distinctList<T extends string>(item: z.ZodType<T>, whenEmpty: string) {
  return z
    .array(item, whenEmpty)
    .min(1, whenEmpty)
    .refine((items) => new Set(items).size === items.length, 'Name each one only once.')
    .readonly();
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}
