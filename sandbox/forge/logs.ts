import fs from 'node:fs';
import type { Clock } from '../clock';
import type { LogLevel } from './protocol';

export interface Logs {
  write(source: string, level: LogLevel, text: string): void;
  /** The latest lines, oldest first. */
  lines(): readonly string[];
}

const KEPT_LINES = 2000;

/** Keeps what app and host log, in memory and, where a file is named, there too. */
export function createLogs(clock: Clock, file?: string): Logs {
  const kept: string[] = [];
  return {
    write(source, level, text) {
      const line = `${new Date(clock.now()).toISOString()} ${level.padEnd(5)} ${source} ${text}`;
      kept.push(line);
      if (kept.length > KEPT_LINES) kept.shift();
      if (file !== undefined) fs.appendFileSync(file, `${line}\n`);
    },
    lines: () => kept,
  };
}
