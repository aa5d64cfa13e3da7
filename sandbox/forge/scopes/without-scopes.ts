import type { AppManifest } from '../manifest';
import type { Trigger } from '../triggers/modules';
import type { ScopeSets } from './operation-scopes';
import { isGranted } from './scope-check';

/** One of the sets lets an app hear of the local Jira's events: as @forge/manifest lists them, by what they are of. */
export const EVENT_SCOPES: Readonly<Record<string, ScopeSets>> = {
  issue: [
    ['read:jira-work'],
    ['read:issue:jira', 'read:issue-type:jira', 'read:user:jira', 'read:project:jira', 'read:status:jira'],
  ],
  project: [['read:jira-work'], ['read:project:jira']],
};

/**
 * The manifest as if these scopes did not stand in it. No trigger hears of events whose scopes it then lacks: "Your
 * Forge app must have permission from the site admin to access the data it provides within the event payload."
 * https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export function withoutScopes(manifest: AppManifest, missing: readonly string[]): AppManifest {
  const scopes = manifest.scopes.filter((scope) => !missing.includes(scope));
  return { ...manifest, scopes, triggers: manifest.triggers.filter((trigger) => mayHear(trigger, scopes)) };
}

function mayHear({ eventType }: Trigger, scopes: readonly string[]): boolean {
  return isGranted(EVENT_SCOPES[eventType.split(':').at(-1) ?? ''] ?? [[]], scopes);
}
