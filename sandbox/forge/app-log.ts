/** Where an invocation's words go: to the log as far as its budget reaches, and to what was given out. */
import { createLogBudget } from './log-budget';
import type { Machine } from './machine';
import type { LogLevel } from './protocol';

export interface AppLog {
  /** What the function logs; that something was dropped is marked once. */
  readonly app: (level: LogLevel, text: string) => void;
  /** What the platform says of how it ended. */
  platform(text: string): void;
}

export function appLog(machine: Machine, functionKey: string, invocationId: string, limitMs: number): AppLog {
  const { logs, emissions, ledger, limits } = machine;
  const budget = createLogBudget(limits['log-lines'], limits['log-kb'], limitMs);
  const source = `${functionKey} ${invocationId}`;
  return {
    app(level, text) {
      emissions.add('log', text);
      const { lines, verdict } = budget.take(text);
      ledger.add(functionKey, { logLines: lines, droppedLogLines: verdict === 'kept' ? 0 : lines });
      if (verdict === 'kept') logs.write(source, level, text);
      if (verdict === 'first dropped') logs.write(source, 'warn', MARK);
    },
    platform(text) {
      emissions.add('log', text);
      logs.write(source, 'error', text);
    },
  };
}

const MARK = '[what this invocation logs from here on is dropped: it reached the limit of its log]';
