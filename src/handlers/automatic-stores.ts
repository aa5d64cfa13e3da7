/** Automatic mode's stores on the platform: built once for each runtime. */
import { randomBytes } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { createAttentionStore } from '../automatic/attention';
import { createEventSecretStore } from '../automatic/event-secret-store';
import { createPulseStore } from '../automatic/pulse-store';
import { createSeenEvents } from '../automatic/seen-events';
import { createTouches } from '../automatic/touches';
import { createWatchedPlaces } from '../automatic/watched-places';
import { createIssueIndex } from '../links/issue-index';
import { enqueueLook } from './queue';

export const touches = createTouches({ kvs, clock: Date, push: enqueueLook });
export const pulses = createPulseStore(kvs);
export const attention = createAttentionStore(kvs);
export const eventSecrets = createEventSecretStore({ kvs, random: randomBytes, clock: Date });
export const seenEvents = createSeenEvents(kvs);
export const watchedPlaces = createWatchedPlaces(kvs);
export const issueIndex = createIssueIndex(kvs);
