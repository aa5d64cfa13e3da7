import { type Reading, accept, reject } from './reading';

/** Jira's documented limit. */
const MAX_LENGTH = 255;

/** One line of at most 255 characters, without the space around it. */
export function readSummary(value: unknown): Reading {
  if (value !== null && typeof value !== 'string') {
    return reject('summary', 'Operation value must be a string');
  }
  const summary = value?.trim() ?? '';
  if (summary === '') return reject('summary', 'You must specify a summary of the issue.');
  if (/[\r\n]/.test(summary)) {
    return reject('summary', 'The summary is invalid because it contains newline characters.');
  }
  if (summary.length > MAX_LENGTH) return reject('summary', 'Summary must be less than 255 characters.');
  return accept({ summary });
}
