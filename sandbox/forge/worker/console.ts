import { format } from 'node:util';
import type { LogLevel } from '../protocol';

/** Sends what the app logs to `write`, one text for each call, instead of the terminal. */
export function captureConsole(write: (level: LogLevel, text: string) => void): void {
  const to =
    (level: LogLevel) =>
    (...parts: readonly unknown[]): void =>
      write(level, format(...parts));
  Object.assign(console, {
    debug: to('debug'),
    trace: to('debug'),
    log: to('info'),
    info: to('info'),
    warn: to('warn'),
    error: to('error'),
  });
}
