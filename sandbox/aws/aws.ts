/**
 * The AWS stand-in: Security Token Service and Well-Architected Tool of one account, with signatures verified.
 * Built from the service model of API 2020-03-31 and AWS's public documentation.
 */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { ACCOUNT } from './account';
import { type AwsAdmin, createAdmin } from './admin';
import { AwsError } from './aws-error';
import { type Failures, planFailures } from './failures';
import { openPrincipals, type Principal, type Principals } from './iam/principals';
import { uuid } from './ids';
import { refusalError } from './refusals';
import type { WireRequest } from './sigv4/canonical-request';
import { verifyRequest } from './sigv4/verify';
import { readParameters, xmlAnswer, xmlError } from './sts/query-protocol';
import { runStsAction } from './sts/sts';
import { openRecords, type Records } from './wellarchitected/records';
import { findOperation, jsonError, readInput, unknownOperation } from './wellarchitected/rest-json';
import { readRequest, type Reply, serviceOf, toResponse, withoutBase } from './wire';

export interface AwsOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** 12 digits. Default: AWS's documentation example 111122223333. */
  readonly account?: string;
  /** Path of the endpoint that clients are given. Default `/aws`; other paths are taken as they are. */
  readonly basePath?: string;
  /** Answers carry lens ARNs with `:<version>` (unverified whether the tool ever does). Default false. */
  readonly versionedLensArns?: boolean;
}

export interface AwsAnswer {
  readonly response: Response;
  /** As the request's signature says: `sts`, `wellarchitected`, … */
  readonly service: string;
  /** `ListAnswers`, `AssumeRole`, … or `UnknownOperation`. */
  readonly operation: string;
}

export interface Aws {
  /** Answers a request, untouched as its client signed it; what it changed is committed before. */
  handle(request: Request): Promise<AwsAnswer>;
  readonly admin: AwsAdmin;
}

export function createAws(options: AwsOptions): Aws {
  const { store, clock, account = ACCOUNT, basePath = '/aws', versionedLensArns = false } = options;
  const principals = openPrincipals(store);
  const records = openRecords(store);
  const failures = planFailures();
  const site: Site = { principals, records, failures, clock, account, basePath, versionedLensArns };
  let requests = 0;
  return {
    async handle(request) {
      const wire = await readRequest(request);
      const service = serviceOf(wire);
      requests += 1;
      const requestId = uuid(`request/${clock.now()}/${requests}`);
      const { operation, reply } =
        service === 'sts' ? answerSts(site, wire, requestId) : answerRestJson(site, wire, service);
      store.commit();
      return { response: toResponse(reply, requestId, clock.now()), service, operation };
    },
    admin: createAdmin({ store, clock, account, principals, records, failures }),
  };
}

interface Site {
  readonly principals: Principals;
  readonly records: Records;
  readonly failures: Failures;
  readonly clock: Clock;
  readonly account: string;
  readonly basePath: string;
  readonly versionedLensArns: boolean;
}

function answerSts(site: Site, request: WireRequest, requestId: string): Attempt {
  const parameters = readParameters(request);
  const action = parameters.get('Action') ?? 'UnknownOperation';
  return attempt(action, xmlFailure(requestId), () => {
    const { principal } = authenticate(site, request, 'sts');
    site.failures.check(action);
    const result = runStsAction(site, principal, action, parameters);
    return { status: 200, contentType: 'text/xml', body: xmlAnswer(action, result, requestId) };
  });
}

function answerRestJson(site: Site, request: WireRequest, service: string): Attempt {
  const path = withoutBase(request.path, site.basePath);
  const operation = service === 'wellarchitected' ? findOperation(request.method, path) : undefined;
  return attempt(operation?.name ?? 'UnknownOperation', jsonFailure, () => {
    const { region } = authenticate(site, request, service);
    if (operation === undefined) throw unknownOperation(request.method, path);
    site.failures.check(operation.name);
    const output = operation.run({ ...site, region }, readInput(operation, path, request));
    const body = output === undefined ? '' : JSON.stringify(output);
    return { status: 200, contentType: 'application/json', body };
  });
}

/** @throws AwsError in the service's own words. */
function authenticate(
  { principals, clock }: Site,
  request: WireRequest,
  service: string,
): { readonly principal: Principal; readonly region: string } {
  const verdict = verifyRequest(request, (id) => principals.credential(id), clock.now());
  if (!verdict.ok) throw refusalError(service, verdict.refusal, verdict.message);
  return { principal: verdict.credential.principal, region: verdict.scope.region };
}

interface Attempt {
  readonly operation: string;
  readonly reply: Reply;
}

function attempt(operation: string, onError: (error: AwsError) => Reply, run: () => Reply): Attempt {
  try {
    return { operation, reply: run() };
  } catch (error) {
    if (error instanceof AwsError) return { operation, reply: onError(error) };
    throw error;
  }
}

function xmlFailure(requestId: string): (error: AwsError) => Reply {
  return (error) => ({ status: error.status, contentType: 'text/xml', body: xmlError(error, requestId) });
}

function jsonFailure(error: AwsError): Reply {
  const body = jsonError(error);
  return { status: error.status, contentType: 'application/json', body, errorType: error.code };
}
