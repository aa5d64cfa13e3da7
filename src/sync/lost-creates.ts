import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import { eachOnce } from '../jira/each-once';
import type { Jira } from '../jira/jira';
import type { AnyIssue, OurIssue } from '../jira/model';
import { identitiesOf, identityKey } from '../jira/ownership';
import type { Intent } from '../links/intent-store';
import { Pause } from './pause';
import type { SyncPorts, SyncRequest } from './ports';
import { because } from './reasons';
import type { Sort, Sorted } from './whose-issues';

/**
 * How long Jira may still be making what it was asked for after the asker died or got no answer. Bulk creates were
 * seen to be performed a minute after the gateway had given up; the true bound is undocumented (unverified, J2).
 */
export const IN_FLIGHT_SECONDS = 120;

/** After this the search index has surely caught up, and shows what a bounded scan could not reach. */
const INDEXED_SECONDS = 3600;

export interface CreateFindings extends Sorted {
  /** The create that an earlier invocation did not see the end of. */
  readonly intent: Intent | undefined;
  /** Identity keys of creates whose outcome cannot be told yet; they are not repeated. */
  readonly uncertain: ReadonlySet<string>;
}

/**
 * Finds out what became of a create whose answer was lost, without trusting the lagging index: issues made
 * by it have numbers above the one noted before it was sent. Pauses while Jira may still be at work.
 */
export async function findLostCreates(
  request: SyncRequest,
  found: readonly AnyIssue[],
  intent: Intent | undefined,
  sort: Sort,
  ports: SyncPorts,
): Promise<CreateFindings> {
  const sorted = await sort(found);
  if (!intent || unanswered(intent, sorted).length === 0) return { ...sorted, intent, uncertain: new Set() };

  const scan = await scanFor(intent, request, ports);
  const all = await sort(eachOnce([...found, ...scan.issues]), announced(scan.issues, intent));
  const missing = unanswered(intent, all);
  const hidden = missing.filter((item) => intent.hidden?.includes(item));
  const lost = missing.filter((item) => !hidden.includes(item));
  const isHiddenStill = hidden.length > 0 && !(await mayMakeAgain(request, intent, all, ports));
  const unseen = { ...all, intent, uncertain: new Set(isHiddenStill ? hidden : []) };
  if (lost.length === 0) return unseen;

  const age = (ports.now() - intent.at) / 1000;
  if (age < IN_FLIGHT_SECONDS) {
    const seconds = Math.ceil(IN_FLIGHT_SECONDS - age);
    throw new Pause(because('may-still-be-made', { issues: lost.length }), seconds);
  }
  if (scan.complete || age > INDEXED_SECONDS) return unseen;
  return { ...unseen, uncertain: new Set([...unseen.uncertain, ...lost]) };
}

/**
 * A person asks for it, and Jira answers 404 for each issue that it made and the app could not read: not more than
 * the creates of one call. An intent of an earlier version names none: that proves nothing.
 */
async function mayMakeAgain(
  { options }: SyncRequest,
  { hiddenIds = [] }: Intent,
  { issues }: Sorted,
  { jira }: SyncPorts,
): Promise<boolean> {
  if (!options.recreate) return false;
  const read = new Set(issues.map(({ id }) => id));
  const unread = hiddenIds.filter((id) => !read.has(id));
  if (unread.length === 0) return false;
  const there = await mapInFlight(unread, JIRA_IN_FLIGHT, (id) => jira.isThere(id));
  return !there.includes(true);
}

/** By numbers that the project gave after the create was announced: made there, wherever they stand by now. */
function announced(scanned: readonly OurIssue[], { items }: Intent): ReadonlySet<string> {
  const asked = new Set(items);
  return new Set(scanned.filter(({ property }) => asked.has(identityKey(property))).map(({ id }) => id));
}

/** A project that is gone, archived or hidden shows nothing, which proves nothing. */
async function scanFor(intent: Intent, request: SyncRequest, { jira }: SyncPorts): ReturnType<Jira['scan']> {
  const key =
    intent.projectId === request.projectId ? request.projectKey : await liveKey(intent.projectId, jira);
  return key === undefined ? { issues: [], complete: false } : jira.scan(key, intent.afterNumber);
}

async function liveKey(projectId: string, jira: Jira): Promise<string | undefined> {
  const project = await jira.project(projectId);
  return project?.archived === false ? project.key : undefined;
}

function unanswered(intent: Intent, { issues }: Sorted): readonly string[] {
  const there = identitiesOf(issues);
  return intent.items.filter((item) => !there.has(item));
}
