/** What AssumeRole gives a session beside its name: tags, a source identity, managed policies (STS API reference). */
import { AwsError } from '../aws-error';
import { awsManagedPolicy } from '../iam/managed-policies';
import { parameterError } from './query-protocol';

export interface SessionParameters {
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
  /** The documents of `PolicyArns`. */
  readonly policies: readonly object[];
}

const NAME =
  /^(?:Tags\.member\.\d+\.(?:Key|Value)|TransitiveTagKeys\.member\.\d+|PolicyArns\.member\.\d+\.arn|SourceIdentity)$/u;

const MOST = { tags: 50, policies: 10 };
const TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export function isSessionParameter(name: string): boolean {
  return NAME.test(name);
}

/** @throws AwsError ValidationError; also for a managed policy that the stand-in does not know. */
export function readSessionParameters(parameters: URLSearchParams): SessionParameters {
  const keys = membersOf(parameters, 'Tags', '.Key');
  const values = membersOf(parameters, 'Tags', '.Value');
  const transitiveTagKeys = membersOf(parameters, 'TransitiveTagKeys', '');
  const arns = membersOf(parameters, 'PolicyArns', '.arn');
  const sourceIdentity = parameters.get('SourceIdentity') ?? undefined;
  if (keys.length > MOST.tags) throw tooMany('Tags', MOST.tags);
  if (transitiveTagKeys.length > MOST.tags) throw tooMany('TransitiveTagKeys', MOST.tags);
  if (arns.length > MOST.policies) throw tooMany('PolicyArns', MOST.policies);
  keys.forEach((key) => checkText('Tags', key, 1, 128));
  values.forEach((value) => checkText('Tags', value, 0, 256));
  if (sourceIdentity !== undefined && !/^[\w+=,.@-]{2,64}$/u.test(sourceIdentity)) {
    throw parameterError('SourceIdentity', sourceIdentity, 'Member must match [\\w+=,.@-]{2,64}');
  }
  const tags = Object.fromEntries(keys.map((key, at) => [key, values[at] ?? '']));
  return { tags, transitiveTagKeys, sourceIdentity, policies: arns.map(policyOf) };
}

function membersOf(parameters: URLSearchParams, list: string, end: string): readonly string[] {
  const members: string[] = [];
  for (let nth = 1; ; nth += 1) {
    const value = parameters.get(`${list}.member.${nth}${end}`);
    if (value === null) return members;
    members.push(value);
  }
}

function checkText(name: string, text: string, min: number, max: number): void {
  if (text.length >= min && text.length <= max && TAG.test(text)) return;
  throw parameterError(name, text, `Member must have a length from ${min} to ${max}, of the letters of tags`);
}

function tooMany(name: string, most: number): AwsError {
  return parameterError(name, '…', `Member must have length less than or equal to ${most}`);
}

function policyOf(arn: string): object {
  const policy = awsManagedPolicy(arn);
  if (policy !== undefined) return policy;
  throw new AwsError('ValidationError', 400, `The local site does not know the managed policy ${arn}`);
}
