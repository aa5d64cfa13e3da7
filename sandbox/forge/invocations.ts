/** Runs the app's functions, within the platform's limits, and performs what they ask of the outside. */
import { createEgressBudget, type EgressBudget } from './egress-budget';
import { emissionOf } from './emitted';
import { invocationContext, resolverRequest, runtimeFacts } from './installation';
import { failureOf, InvocationFailure } from './invocation-failure';
import { type InvocationTime, startTime } from './invocation-time';
import { appLog } from './app-log';
import { advance, jumpTo, type Machine } from './machine';
import type { AppManifest } from './manifest';
import { kindOf, perform } from './outside';
import type { OutsideAnswer, OutsideCall } from './protocol';
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
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

/** Calls a resolver and answers what it returns. @throws InvocationFailure */
export async function invoke(machine: Machine, invocation: Invocation): Promise<unknown> {
  const { manifest, dispatcher, limits, invocationLimits, ledger } = machine;
  const { functionKey, payload, accountId, context = {} } = invocation;
  const fn = manifest.functions.get(resolverFor(manifest, context.moduleKey) ?? '');
  if (fn === undefined) throw new InvocationFailure('UNKNOWN_FUNCTION', 'The manifest names no resolver.');
  const sent = asJson(payload);
  if (sent !== undefined && Buffer.byteLength(sent) > MAX_REQUEST_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A page may send 500 KB to a resolver.');
  }
  if (!invocationLimits.admit(accountId)) {
    ledger.refuseInvocation();
    throw new InvocationFailure('TOO_MANY_INVOCATIONS', 'The functions of the app are invoked too often.');
  }
  const limitMs = limits.resolver * 1000;
  const received = sent === undefined ? undefined : (JSON.parse(sent) as unknown);
  const request = resolverRequest(functionKey, received, accountId, context);
  const ending = await run(machine, { fn, kind: 'front', request, limitMs, accountId });
  dispatcher.pump();
  if (ending.kind !== 'returned') throw failureOf(ending, limitMs);
  if (ending.json === undefined) return undefined;
  if (Buffer.byteLength(ending.json) > MAX_RESPONSE_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A resolver may answer 5 MB to a page.');
  }
  return JSON.parse(ending.json) as unknown;
}

/**
 * What is no JSON does not get through: a buffer arrives as what JSON makes of it. Neither does what nests some
 * thousand levels deep, which Node writes no JSON of.
 *
 * @throws InvocationFailure
 */
function asJson(payload: unknown): string | undefined {
  if (payload === undefined) return undefined;
  try {
    return JSON.stringify(payload);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvocationFailure(
      'PAYLOAD_TOO_BIG',
      'The local site hands over no payload that nests so deep.',
    );
  }
}

/** Of the page that calls, where it is one; a page may call the resolver of its own module alone. */
function resolverFor({ resolvers, resolver }: AppManifest, moduleKey: unknown): string | undefined {
  return typeof moduleKey === 'string' && resolvers.has(moduleKey) ? resolvers.get(moduleKey) : resolver;
}

/** Runs a function to its end, whatever that is. */
export async function run(machine: Machine, order: InvocationOrder): Promise<Ending> {
  const { fn, kind, request, limitMs, accountId, moduleKey = fn.key, root } = order;
  const { manifest, pool, emissions, options, limits, ledger, running, nextId } = machine;
  const invocationId = nextId();
  const log = appLog(machine, fn.key, invocationId, limitMs);
  const budget = createEgressBudget(limits.egress, limitMs);
  if (kind === 'background') machine.invocationLimits.count();
  const memoryMb = Math.min(fn.memoryMb, limits.memory);
  const ending = await pool.use(kind, memoryMb, async (runner) => {
    const time = startTime(limitMs, options.callMs === undefined);
    const at = { time, runner };
    const caller = { accountId, root: root ?? invocationId, budget, functionKey: fn.key, time };
    const ended = await runner.run(
      {
        invocationId,
        module: fn.module,
        exportName: fn.exportName,
        args: [request, invocationContext(accountId)],
        runtime: runtimeFacts(manifest, fn.key, invocationId, {
          ...{ accountId, moduleKey, license: machine.licence.of },
        }),
        limitMs,
        chance: options.chance === undefined ? undefined : `${options.chance} ${invocationId}`,
      },
      {
        begin() {
          time.begin();
          running.add(at);
          return options.clock.now();
        },
        call: (call) => answer(machine, call, caller),
        log: log.app,
        pause: (until) => jumpTo(machine, until, at),
      },
    );
    running.delete(at);
    const seconds = Math.min(time.usedMs(), limitMs) / 1000;
    ledger.add(fn.key, { invocations: 1, seconds, gbSeconds: (seconds * memoryMb) / 1024 });
    return ended;
  });
  if (ending.kind !== 'returned') log.platform(describe(ending));
  else if (ending.json !== undefined) emissions.add('result', ending.json);
  return ending;
}

/** On whose behalf an invocation calls, and how often it still may. */
interface Caller {
  readonly accountId: string | undefined;
  readonly root: string;
  readonly budget: EgressBudget;
  readonly functionKey: string;
  readonly time: InvocationTime;
}

/** Counts the call and performs it, unless the kill switch has other plans. */
async function answer(machine: Machine, call: OutsideCall, caller: Caller): Promise<OutsideAnswer | 'kill'> {
  const {
    killSwitch,
    options,
    kvs,
    queue,
    webTriggers,
    logs,
    egress,
    emissions,
    ledger,
    manifest,
    personalData,
  } = machine;
  if (call.target.type === 'fetch') {
    if (!egress.isValidUrl(call.url)) return { kind: 'refused' };
    ledger.add(caller.functionKey, { egress: 1 });
    if (!caller.budget.take()) return TOO_MANY_REQUESTS;
  }
  ledger.call(kindOf(call));
  const plan = killSwitch.count(kindOf(call));
  if (plan === 'before') return 'kill';
  const emission = emissionOf(call);
  if (emission !== undefined) emissions.add(emission.kind, emission.text);
  const outside = {
    upstream: options.upstream,
    kvs: kvs.endpoint,
    queue: queue.endpoint(caller.root),
    graphql: webTriggers.endpoint,
    accounts: personalData.endpoint,
    scopes: manifest.scopes,
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
  { functionKey, time }: Caller,
  performOnce: () => Promise<OutsideAnswer>,
): Promise<OutsideAnswer> {
  const { intervene, callMs } = machine.options;
  if (callMs !== undefined) {
    time.skip(callMs);
    advance(machine, callMs);
  }
  if (intervene === undefined) return performOnce();
  const kind = kindOf({ method, url, body, target, headers: [] });
  return intervene({ kind, method, url, body, functionKey }, performOnce);
}

/** That the runtime answers so once the budget is spent is unverified (F24). */
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
