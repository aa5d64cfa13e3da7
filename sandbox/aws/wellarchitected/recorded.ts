/** CloudTrail's part of a call: EventBridge is told of what it changed, or of why it was refused. */
import { AwsError } from '../aws-error';
import type { Signed, Site } from '../endpoint';
import type { WireRequest } from '../sigv4/canonical-request';
import type { Operation } from './operation';
import { readParameters } from './rest-json';

interface Call {
  readonly operation: Operation;
  /** Without the endpoint's base path. */
  readonly path: string;
  readonly request: WireRequest;
}

/** Read-only calls set off no rule ("AWS service events delivered via CloudTrail"). */
export function recorded<T>(site: Site, { principal, region }: Signed, call: Call, run: () => T): T {
  const { name } = call.operation;
  if (/^(?:Get|List)/u.test(name)) return run();
  const about = { name, region, caller: principal, parameters: parametersOf(call), at: site.clock.now() };
  try {
    const result = run();
    site.events.put(about);
    return result;
  } catch (error) {
    if (error instanceof AwsError) {
      site.events.put({ ...about, error: { code: error.code, message: error.message } });
    }
    throw error;
  }
}

/** What cannot be read has none. */
function parametersOf({ operation, path, request }: Call): Readonly<Record<string, unknown>> {
  try {
    return readParameters(operation, path, request);
  } catch {
    return {};
  }
}
