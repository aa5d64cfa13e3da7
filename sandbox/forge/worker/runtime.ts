/** The two globals between the app's @forge packages and the platform. */
import type { CallTarget, InvocationOrder } from '../protocol';
import type { RemainingTime } from './remaining-time';
import type { Call } from './outside';

/** `__forge_fetch__`: product APIs, storage and queues, addressed by target and path. */
export function productFetch(call: Call) {
  return (target: CallTarget, path: string, init?: RequestInit): Promise<Response> => {
    const { type, remote, provider, accountId } = target;
    const plain = {
      type,
      ...(remote === undefined ? {} : { remote }),
      ...(provider === undefined ? {} : { provider }),
      ...(accountId === undefined ? {} : { accountId }),
    };
    const slashed = path.startsWith('/') ? path : `/${path}`;
    return call(plain, slashed, new Request(`https://forge.invalid${slashed}`, init));
  };
}

/** `__forge_runtime__` for one invocation. Metrics go nowhere. */
export function runtimeFor({ runtime, invocationId }: InvocationOrder, remaining: RemainingTime): object {
  return {
    ...runtime,
    lambdaContext: {
      awsRequestId: invocationId,
      getRemainingTimeInMillis: () => remaining.ms(),
    },
    tracing: { traceId: invocationId, spanId: invocationId },
    proxy: { token: '', url: '' },
    container: {},
    realtime: {},
    externalAuth: [],
    metrics: silentMetrics(),
    featureFlags: () => false,
  };
}

function silentMetrics(): object {
  const nothing = (): void => undefined;
  return {
    counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
    timing: () => ({ measure: () => ({ stop: nothing }) }),
    gauge: () => ({ set: nothing }),
  };
}
