/** The keys that every request has (IAM User Guide, "AWS global condition context keys"). */
import { nameOf, parseArn } from './arn';
import { contextOf, type RequestContext } from './policy/context';
import type { Principal } from './principals';

export interface RequestFacts {
  readonly region: string;
  /** Milliseconds since the epoch, by AWS's clock. */
  readonly now: number;
  /** Whether the request came over TLS. */
  readonly secure: boolean;
}

/** @param more keys of the action itself. */
export function requestContext(
  principal: Principal,
  resource: string,
  { region, now, secure }: RequestFacts,
  more: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): RequestContext {
  const isUser = principal.kind === 'user';
  return contextOf({
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:PrincipalAccount': principal.account,
    'aws:PrincipalArn': principal.principalArn,
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalType': isUser ? 'User' : 'AssumedRole',
    'aws:RequestedRegion': region,
    'aws:ResourceAccount': parseArn(resource)?.account ?? principal.account,
    'aws:SecureTransport': String(secure),
    'aws:userid': principal.userId,
    'aws:username': isUser ? nameOf(principal.arn) : undefined,
    'aws:ViaAWSService': 'false',
    ...principal.keys,
    ...more,
  });
}
