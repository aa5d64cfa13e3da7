/** The Well-Architected Tool's REST-JSON endpoint. */
import { AwsError } from '../aws-error';
import { type Attempt, attempt, authenticate, type Incoming, type Signed, type Site } from '../endpoint';
import { accessDeniedMessage } from '../iam/access-denied';
import { decide } from '../iam/policy/evaluate';
import { requestContext } from '../iam/request-context';
import { type Reply, withoutBase } from '../wire';
import type { Operation } from './operation';
import { recorded } from './recorded';
import { resourceOf } from './resource';
import { findOperation, jsonError, labelOf, readInput, unknownOperation } from './rest-json';

/**
 * Signature, then permission, then input, then whether what it names exists: how live AWS orders the last
 * three is unverified (A20).
 */
export function answerTool(site: Site, incoming: Incoming, service: string): Attempt {
  const { request, secure } = incoming;
  const path = withoutBase(request.path, site.basePath);
  const operation = service === 'wellarchitected' ? findOperation(request.method, path) : undefined;
  return attempt(operation?.name ?? 'UnknownOperation', jsonFailure, () => {
    const signed = authenticate(site, incoming, service);
    if (operation === undefined) throw unknownOperation(request.method, path);
    return recorded(site, signed, { operation, path, request }, () => {
      site.failures.check(operation.name);
      authorise(site, { ...signed, secure }, operation, path);
      const scene = { ...site, region: signed.region, account: signed.principal.account };
      const output = operation.run(scene, readInput(operation, path, request));
      const body = output === undefined ? '' : JSON.stringify(output);
      return { status: 200, contentType: 'application/json', body };
    });
  });
}

/** @throws AwsError AccessDeniedException that says which action on what, and which policy refuses. */
function authorise(
  site: Site,
  caller: Signed & { readonly secure: boolean },
  operation: Operation,
  path: string,
): void {
  const { principal, region, secure, now } = caller;
  const resource = resourceOf(site, caller, operation, labelOf(operation, path, 'WorkloadId'));
  const context = requestContext(principal, resource, { region, secure, now });
  const request = { action: `wellarchitected:${operation.name}`, resource, context };
  const decision = decide(request, principal.policies);
  if (!decision.allowed) {
    const message = accessDeniedMessage(principal.arn, request, decision);
    throw new AwsError('AccessDeniedException', 403, message);
  }
  site.authorised.add({ action: request.action, resource, principal: principal.principalArn });
}

function jsonFailure(error: AwsError): Reply {
  const body = jsonError(error);
  return { status: error.status, contentType: 'application/json', body, errorType: error.code };
}
