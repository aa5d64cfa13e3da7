/** An issue whose status and resolution a test tells call by call. */
import { moveIssue } from '../../../src/jira/client/move-issue';
import { moveResolved } from '../../../src/jira/client/move-resolved';
import type { DoneAs, MoveTarget } from '../../../src/jira/jira';
import { fakeJira, type Given } from './fake-jira';
import { FIXED, WONT_FIX } from './workflow';

export const AS_WONT_FIX: DoneAs = {
  resolutionIds: [WONT_FIX.id],
  statusIds: [],
  otherResolutionIds: [FIXED.id],
};

export interface Site {
  /** As Jira has the issue, call by call. */
  readonly now: readonly { readonly status: object; readonly resolution?: object | null }[];
  readonly offers: readonly object[];
  readonly answers?: readonly Given[];
  readonly defaultResolution?: object;
  /** Fields of the edit screen. */
  readonly edits?: object;
  readonly edited?: Given;
}

export function site({
  now,
  offers,
  answers = [],
  defaultResolution,
  edits = {},
  edited = { status: 204 },
}: Site) {
  let reads = 0;
  let writes = 0;
  return fakeJira(({ method, path }) => {
    if (method === 'POST') return answers[writes++] ?? { status: 204 };
    if (method === 'PUT') return edited;
    if (path.endsWith('/editmeta')) return { status: 200, body: { fields: edits } };
    if (path.includes('/transitions')) return { status: 200, body: { transitions: offers } };
    if (path.includes('/resolution/')) {
      const values = defaultResolution ? [{ ...defaultResolution, isDefault: true }] : [];
      return { status: 200, body: { values } };
    }
    return { status: 200, body: { fields: now[Math.min(reads++, now.length - 1)] } };
  });
}

export async function move(given: Site, target: MoveTarget) {
  const jira = site(given);
  const answer = await moveResolved(jira.http, '7', target, (to) => moveIssue(jira.http, '7', to));
  const sent = (by: string) => jira.sent.filter(({ method }) => method === by).map(({ body }) => body);
  return { answer, bodies: sent('POST'), edits: sent('PUT') };
}
