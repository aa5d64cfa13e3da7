/** The schedules of manifest.yml. */
import { findMissedChanges, queuePolls } from '../automatic/schedules';
import { platform } from './platform';

export function pollAws(): Promise<void> {
  return queuePolls(platform);
}

export function reconcileJira(): Promise<void> {
  return findMissedChanges(platform);
}
