/** AssumeRole, as the STS API reference (2011-06-15) describes it. */
import { AwsError } from '../aws-error';
import type { Signed, Site } from '../endpoint';
import { accessDeniedMessage } from '../iam/access-denied';
import { parseArn } from '../iam/arn';
import type { Role } from '../iam/identities';
import { decideAssumeRole } from '../iam/policy/assume-role-decision';
import type { AccessRequest, Decision } from '../iam/policy/evaluate';
import { parsePolicy } from '../iam/policy/document';
import type { Principal } from '../iam/principals';
import { requestContext } from '../iam/request-context';
import { type AssumeRoleInput, readAssumeRole } from './parameters';
import type { XmlResult } from './query-protocol';

/** Seconds that a role lasts at most when a session assumes it ("chaining"). */
const CHAINED_SECONDS = 3600;

export function assumeRole(
  site: Site,
  caller: Signed & { readonly secure: boolean },
  parameters: URLSearchParams,
): XmlResult {
  const input = readAssumeRole(parameters);
  const { policy, sessionName, seconds, tags, policies } = input;
  checkRegion(site, input.roleArn, caller.region);
  const role = authorisedRole(site, caller, input);
  checkDuration(seconds, role, caller.principal);
  const { now } = caller;
  const expiresAt = Math.floor(now / 1000 + seconds) * 1000;
  const limits = [...(policy === undefined ? [] : [JSON.parse(policy) as object]), ...policies];
  const sourceIdentity = input.sourceIdentity ?? caller.principal.sourceIdentity;
  const about = {
    ...{ name: sessionName, expiresAt, issuedAt: now, tags: { ...caller.principal.transitiveTags, ...tags } },
    transitiveTagKeys: [...Object.keys(caller.principal.transitiveTags ?? {}), ...input.transitiveTagKeys],
    ...(limits.length === 0 ? {} : { policies: limits }),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  };
  const session = site.principals.sessions.start(
    role,
    about,
    Math.min(site.clock.now(), site.outsideClock.now()),
  );
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(expiresAt).toISOString().replace('.000Z', 'Z'),
    },
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${sessionName}`, Arn: session.arn },
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    ...(policy === undefined ? {} : { PackedPolicySize: packedPolicySize(policy) }),
  };
}

/**
 * The Region must be active for the account that is asked for credentials, not for the caller's; an opt-in
 * Region for both (IAM User Guide, "Manage AWS STS in an AWS Region"; the sentence as seen in public reports,
 * that it is the same for an opt-in Region is unverified, A32).
 */
function checkRegion({ regions }: Site, roleArn: string, region: string): void {
  const account = parseArn(roleArn)?.account ?? '';
  if (regions.isOff(region, account) === undefined) return;
  const remedy = 'Your account administrator can activate STS in this region using the IAM Console.';
  const message = `STS is not activated in this region for account:${account}. ${remedy}`;
  throw new AwsError('RegionDisabledException', 403, message);
}

/**
 * A role that is absent, one of another partition and one that does not trust the caller are refused in the
 * same words.
 */
function authorisedRole(
  site: Site,
  caller: Signed & { readonly secure: boolean },
  input: AssumeRoleInput,
): Role {
  const { principal, region, secure, now } = caller;
  const { roleArn } = input;
  const context = requestContext(principal, roleArn, { region, secure, now }, keysOf(input));
  const arn = parseArn(roleArn);
  const role = arn?.partition === principal.partition ? site.principals.identities.role(roleArn) : undefined;
  const asked = role && { account: arn?.account ?? '', trust: parsePolicy(role.trustPolicy, 'trust') };
  for (const action of actionsOf(input)) {
    const request = { action, resource: roleArn, context };
    const decision = decideAssumeRole(request, principal, principal.policies, asked);
    if (!decision.allowed) throw denied(principal, request, decision);
    if (role === undefined)
      throw denied(principal, request, { allowed: false, by: 'trust', how: 'no-allow' });
    site.authorised.add({ action, resource: roleArn, principal: principal.principalArn });
  }
  if (role === undefined) throw new RangeError('AssumeRole was not asked for');
  return role;
}

function denied(
  { arn }: Principal,
  request: AccessRequest,
  refusal: Extract<Decision, { readonly allowed: false }>,
): AwsError {
  return new AwsError('AccessDenied', 403, accessDeniedMessage(arn, request, refusal));
}

/** Tags and a source identity take permissions of their own, of the caller and of the trust policy. */
function actionsOf({ tags, transitiveTagKeys, sourceIdentity }: AssumeRoleInput): readonly string[] {
  const isTagged = Object.keys(tags).length + transitiveTagKeys.length > 0;
  return [
    'sts:AssumeRole',
    ...(isTagged ? ['sts:TagSession'] : []),
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
}

function keysOf(input: AssumeRoleInput): Readonly<Record<string, string | readonly string[] | undefined>> {
  const { tags, transitiveTagKeys } = input;
  const keys = Object.keys(tags);
  return {
    'sts:ExternalId': input.externalId,
    'sts:RoleSessionName': input.sessionName,
    'sts:SourceIdentity': input.sourceIdentity,
    'sts:TransitiveTagKeys': transitiveTagKeys.length === 0 ? undefined : transitiveTagKeys,
    'aws:TagKeys': keys.length === 0 ? undefined : keys,
    ...Object.fromEntries(keys.map((key) => [`aws:RequestTag/${key}`, tags[key]])),
  };
}

function checkDuration(seconds: number, role: Role, caller: Principal): void {
  if (caller.kind === 'session' && seconds > CHAINED_SECONDS) {
    const limit = 'the 1 hour session limit for roles assumed by role chaining.';
    throw new AwsError('ValidationError', 400, `The requested DurationSeconds exceeds ${limit}`);
  }
  if (seconds > role.maxSessionSeconds) {
    const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    throw new AwsError('ValidationError', 400, message);
  }
}

/** Percent of the packed policy that is used: an estimate, AWS does not publish how it packs. */
function packedPolicySize(policy: string): number {
  return Math.max(1, Math.round((policy.length / 2048) * 100));
}
