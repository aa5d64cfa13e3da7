/** Runs the app's functions, within the platform's limits, and performs what they ask of the outside. */
import { createEgressBudget, EGRESS_PER_MINUTE, type EgressBudget } from './egress-budget';
import { emissionOf } from './emitted';
import { invocationContext, resolverRequest, runtimeFacts } from './installation';
import { failureOf, InvocationFailure } from './invocation-failure';
import { advance, jumpTo, type Machine } from './machine';
import { kindOf, perform } from './outside';
import type { LogLevel, OutsideAnswer, OutsideCall } from './protocol';
import type { InvocationOrder } from './invocation-order';
import type { Ending } from './runner';

export interface Invocation {
  readonly functionKey: string;
  readonly payload?: unknown;
  /** The person whose page calls; nobody for an anonymous one. */
  readonly accountId?: string;
  /** Where the page is, as Forge tells it: `extension`, `moduleKey`, … */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Limits of "Forge platform quotas and limits". */
const RESOLVER_SECONDS = 25;
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

/** Calls a resolver and answers what it returns. @throws InvocationFailure */
export async function invoke(machine: Machine, invocation: Invocation): Promise<unknown> {
  const { manifest, dispatcher, options } = machine;
  const { functionKey, payload, accountId, context = {} } = invocation;
  const fn = manifest.functions.get(manifest.resolver ?? '');
  if (fn === undefined) throw new InvocationFailure('UNKNOWN_FUNCTION', 'The manifest names no resolver.');
  if (bytes(payload) > MAX_REQUEST_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A page may send 500 KB to a resolver.');
  }
  const limitMs = (options.resolverSeconds ?? RESOLVER_SECONDS) * 1000;
  const request = resolverRequest(functionKey, payload, accountId, context);
  const ending = await run(machine, { fn, kind: 'front', request, limitMs, accountId });
  dispatcher.pump();
  if (ending.kind !== 'returned') throw failureOf(ending, limitMs);
  if (ending.json === undefined) return undefined;
  if (ending.json.length > MAX_RESPONSE_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A resolver may answer 5 MB to a page.');
  }
  return JSON.parse(ending.json) as unknown;
}

function bytes(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

/** Runs a function to its end, whatever that is. */
export async function run(machine: Machine, order: InvocationOrder): Promise<Ending> {
  const { fn, kind, request, limitMs, accountId, moduleKey = fn.key, root } = order;
  const { manifest, pool, logs, emissions, options, nextId } = machine;
  const invocationId = nextId();
  const log = (level: LogLevel, text: string): void => {
    emissions.add('log', text);
    logs.write(`${fn.key} ${invocationId}`, level, text);
  };
  const budget = createEgressBudget(options.egressPerMinute ?? EGRESS_PER_MINUTE, limitMs);
  const caller = { accountId, root: root ?? invocationId, budget, functionKey: fn.key };
  const ending = await pool.use(kind, (runner) =>
    runner.run(
      {
        invocationId,
        module: fn.module,
        exportName: fn.exportName,
        args: [request, invocationContext(accountId)],
        runtime: runtimeFacts(manifest, fn.key, invocationId, { accountId, moduleKey }),
        limitMs,
        now: options.clock.now(),
        chance: options.chance === undefined ? undefined : `${options.chance} ${invocationId}`,
      },
      { call: (call) => answer(machine, call, caller), log, pause: (until) => jumpTo(machine, until) },
    ),
  );
  if (ending.kind !== 'returned') log('error', describe(ending));
  else if (ending.json !== undefined) emissions.add('result', ending.json);
  return ending;
}

/** On whose behalf an invocation calls, and how often it still may. */
interface Caller {
  readonly accountId: string | undefined;
  readonly root: string;
  readonly budget: EgressBudget;
  readonly functionKey: string;
}

/** Counts the call and performs it, unless the kill switch has other plans. */
async function answer(machine: Machine, call: OutsideCall, caller: Caller): Promise<OutsideAnswer | 'kill'> {
  const { killSwitch, options, kvs, queue, webTriggers, logs, egress, emissions } = machine;
  if (call.target.type === 'fetch') {
    if (!egress.isValidUrl(call.url)) return { kind: 'refused' };
    if (!caller.budget.take()) return TOO_MANY_REQUESTS;
  }
  const plan = killSwitch.count(kindOf(call));
  if (plan === 'before') return 'kill';
  const emission = emissionOf(call);
  if (emission !== undefined) emissions.add(emission.kind, emission.text);
  const outside = {
    upstream: options.upstream,
    kvs: kvs.endpoint,
    queue: queue.endpoint(caller.root),
    graphql: webTriggers.endpoint,
  };
  const performOnce = (): Promise<OutsideAnswer> =>
    perform(call, caller.accountId, outside).catch((error: unknown) => {
      logs.write('host', 'error', `${call.method} ${call.url}: ${String(error)}`);
      return { kind: 'no-answer', code: 'ECONNRESET', message: 'socket hang up' } as const;
    });
  const answered = await intervened(machine, call, caller, performOnce);
  return plan === 'after' ? 'kill' : answered;
}

/** Lets the call take its time, and the site its say. */
async function intervened(
  machine: Machine,
  { method, url, body, target }: OutsideCall,
  { functionKey }: Caller,
  performOnce: () => Promise<OutsideAnswer>,
): Promise<OutsideAnswer> {
  const { intervene, callMs } = machine.options;
  if (callMs !== undefined) advance(machine, callMs);
  if (intervene === undefined) return performOnce();
  const kind = kindOf({ method, url, body, target, headers: [] });
  return intervene({ kind, method, url, body, functionKey }, performOnce);
}

/** That the runtime answers so once the budget is spent is unverified. */
const TOO_MANY_REQUESTS: OutsideAnswer = {
  kind: 'answered',
  status: 429,
  statusText: 'Too Many Requests',
  headers: [],
  body: undefined,
};

function describe(ending: Exclude<Ending, { kind: 'returned' }>): string {
  if (ending.kind === 'threw') return ending.error.stack ?? ending.error.message;
  return ending.kind === 'crashed' ? `crashed: ${ending.message}` : ending.kind;
}
