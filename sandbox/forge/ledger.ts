/** What the app has used of the platform: by function, and of what is outside. */
import type { CallKind } from './kill-switch';

export interface FunctionCharges {
  readonly invocations: number;
  /** Running, sleeping included: both are billed. */
  readonly seconds: number;
  readonly gbSeconds: number;
  /** Requests of `fetch`, refused ones included. */
  readonly egress: number;
  readonly logLines: number;
  /** Of those, what was beyond the limit. */
  readonly droppedLogLines: number;
}

export interface LedgerCharges {
  readonly functions: Readonly<Record<string, FunctionCharges>>;
  readonly calls: Readonly<Record<CallKind, number>>;
  /** Invocations that were not begun for a limit. */
  readonly refusedInvocations: number;
}

export interface Ledger {
  add(functionKey: string, used: Partial<FunctionCharges>): void;
  call(kind: CallKind): void;
  refuseInvocation(): void;
  charges(): LedgerCharges;
  reset(): void;
}

export function createLedger(): Ledger {
  let functions = new Map<string, FunctionCharges>();
  let calls = noCalls();
  let refusedInvocations = 0;
  return {
    add(key, used) {
      functions.set(key, sum(functions.get(key) ?? NOTHING, used));
    },
    call(kind) {
      calls[kind] += 1;
    },
    refuseInvocation() {
      refusedInvocations += 1;
    },
    charges: () => ({ functions: Object.fromEntries(functions), calls: { ...calls }, refusedInvocations }),
    reset() {
      functions = new Map();
      calls = noCalls();
      refusedInvocations = 0;
    },
  };
}

const NOTHING: FunctionCharges = {
  ...{ invocations: 0, seconds: 0, gbSeconds: 0, egress: 0, logLines: 0, droppedLogLines: 0 },
};

function sum(before: FunctionCharges, used: Partial<FunctionCharges>): FunctionCharges {
  const names = Object.keys(NOTHING) as (keyof FunctionCharges)[];
  const sums = names.map((name) => [name, before[name] + (used[name] ?? 0)]);
  return Object.fromEntries(sums) as typeof NOTHING;
}

function noCalls(): Record<CallKind, number> {
  return { jira: 0, aws: 0, kvs: 0, queue: 0, other: 0 };
}
