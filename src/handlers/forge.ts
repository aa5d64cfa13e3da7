/** The app's stores and clients on the platform: built once for each runtime. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import api from '@forge/api';
import { kvs } from '@forge/kvs';
import { createAuditStore } from '../audit/audit-store';
import type { HttpOptions } from '../jira/client/http';
import { createJira } from '../jira/create-jira';
import type { Jira } from '../jira/jira';
import { createIntentStore } from '../links/intent-store';
import { createLinkStore } from '../links/link-store';
import { createLinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { createReviewMemory } from '../reviews/review-memory';
import { createLatestRuns } from '../runs/latest-runs';
import { createRunStore } from '../runs/run-store';
import { createSettingsStore } from '../settings/settings-store';
import { createSiteSettingsStore } from '../settings/site-settings';
import { createNotesMemory } from '../sync/write-back/notes-memory';

export const runs = createRunStore(kvs);
export const latestRuns = createLatestRuns(kvs);
export const reviewMemory = createReviewMemory(kvs);
export const settings = createSettingsStore(kvs);
export const siteSettings = createSiteSettingsStore(kvs);
export const intents = createIntentStore(kvs);
export const linkedWorkloads = createLinkedWorkloadStore(kvs);
export const notesMemory = createNotesMemory(kvs);
export const audit = createAuditStore({ kvs, clock: Date, random: randomBytes });

/** A store of its own for each run, because it remembers what it read. */
export function openLinks() {
  return createLinkStore(kvs);
}

const PACE = { clock: Date, sleep: (ms: number) => setTimeout(ms), jitter: Math.random };

/** Jira as the app: for writes, after the caller's right is checked. */
export function jiraAsApp(): Jira {
  return createJira(asApp());
}

/** Requests as the app, for a page that waits. */
export function asApp(): HttpOptions {
  return { ...PACE, requester: (path, init) => api.asApp().requestJira(path, init) };
}

/** Requests as the person who calls: for checking what they may do. One retry: a resolver has 25 seconds. */
export function asCaller(): HttpOptions {
  return { ...PACE, retries: 1, requester: (path, init) => api.asUser().requestJira(path, init) };
}
