/** Progress on the terminal's error stream, so that standard output stays the result alone. */
import type { RunView } from './api';
import { say } from './words';

const WIDTH = 28;

export interface ProgressBar {
  show(view: RunView): void;
  clear(): void;
}

/** A bar that redraws itself on a terminal, and a line for each new step elsewhere. */
export function openProgress(stream: NodeJS.WriteStream): ProgressBar {
  let last = '';
  return {
    show(view) {
      if (view.state === 'done' || view.state === 'failed') return;
      const line = stream.isTTY ? lineOf(view) : say(view.message ?? view.step);
      if (line === last) return;
      last = line;
      stream.write(stream.isTTY ? `\r\x1b[K${line.slice(0, stream.columns - 1)}` : `${line}\n`);
    },
    clear() {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}

/** `[██████░░░░] 120/365 Creating work items`; a run that waits says why. */
export function lineOf({ step, progress: { done, total }, message, state }: RunView): string {
  if (state === 'waiting') return say(message ?? step);
  if (total === 0) return `${say(step)} …`;
  const full = Math.round((Math.min(done, total) / total) * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${done}/${total} ${say(step)}`;
}
