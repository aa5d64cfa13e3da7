import { truncate } from '../truncate';
import { singleLine } from './text';

/** Jira's limit for a summary. */
const MAX_SUMMARY = 255;

/**
 * A summary that Jira takes as it is and gives back unchanged: one line, no control characters, trimmed,
 * at most 255 UTF-16 code units, never empty.
 */
export function toSummary(title: string): string {
  const line = singleLine(title).replace(/\s+/gu, ' ').trim();
  return truncate(line, MAX_SUMMARY) || 'Untitled';
}
