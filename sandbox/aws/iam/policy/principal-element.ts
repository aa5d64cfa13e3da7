/** The `Principal` element of a trust policy. */
import { isMap, malformed, textsOf } from './malformed';

/** Kinds of principal that are not callers of the stand-in: their statements are kept and match nobody here. */
const OTHER_KINDS: ReadonlySet<string> = new Set(['Service', 'Federated']);

/** An ARN of an account, user, role or session, without wildcards; an account's number; or everybody. */
const AWS_PRINCIPAL =
  /^(?:\*|\d{12}|arn:aws[a-z-]*:iam::\d{12}:(?:root|(?:user|role)\/[\w+=,.@/-]+)|arn:aws[a-z-]*:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+)$/u;

/**
 * The AWS principals that are named. Unlike IAM, this does not ask whether they exist.
 *
 * @throws AwsError MalformedPolicyDocument.
 */
export function parsePrincipals(value: unknown): readonly string[] {
  if (value === '*') return ['*'];
  if (!isMap(value) || Object.keys(value).length === 0) throw malformed('Missing required field Principal');
  return Object.entries(value).flatMap(([kind, names]) => {
    const texts = textsOf(names, 'Principal');
    if (OTHER_KINDS.has(kind)) return [];
    if (kind !== 'AWS') throw malformed(`Syntax errors in policy. There is no kind of principal ${kind}.`);
    const invalid = texts.find((text) => !AWS_PRINCIPAL.test(text));
    if (invalid === undefined) return texts;
    throw malformed(`Invalid principal in policy: "AWS":"${invalid}"`);
  });
}
