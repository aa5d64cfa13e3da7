/** The Security Token Service: AssumeRole and GetCallerIdentity. */
import { AwsError } from '../aws-error';
import { type Attempt, attempt, authenticate, type Incoming, type Signed, type Site } from '../endpoint';
import type { Reply } from '../wire';
import { assumeRole } from './assume-role';
import { readParameters, xmlAnswer, xmlError, type XmlResult } from './query-protocol';

/** What it knows; `run` carries them out. */
export const ACTIONS = ['AssumeRole', 'GetCallerIdentity'] as const;

export function answerSts(site: Site, incoming: Incoming): Attempt {
  const { request, requestId, secure } = incoming;
  const parameters = readParameters(request);
  const action = parameters.get('Action') ?? 'UnknownOperation';
  return attempt(action, xmlFailure(requestId), () => {
    const signed = authenticate(site, incoming, 'sts');
    site.failures.check(action);
    const result = run(site, { ...signed, secure }, action, parameters);
    return { status: 200, contentType: 'text/xml', body: xmlAnswer(action, result, requestId) };
  });
}

/** @throws AwsError InvalidAction for an action that the stand-in does not know. */
function run(
  site: Site,
  caller: Signed & { readonly secure: boolean },
  action: string,
  parameters: URLSearchParams,
): XmlResult {
  const { principal } = caller;
  switch (action) {
    case 'AssumeRole':
      return assumeRole(site, caller, parameters);
    case 'GetCallerIdentity':
      // Needs no permission, and no policy can deny it (STS API reference, GetCallerIdentity).
      return { UserId: principal.userId, Account: principal.account, Arn: principal.arn };
    default: {
      const version = parameters.get('Version') ?? 'NO_VERSION_SPECIFIED';
      throw new AwsError('InvalidAction', 400, `Could not find operation ${action} for version ${version}`);
    }
  }
}

function xmlFailure(requestId: string): (error: AwsError) => Reply {
  return (error) => ({ status: error.status, contentType: 'text/xml', body: xmlError(error, requestId) });
}
