/** A workflow as Jira's transitions state it, for the tests of moving issues. */
import type { MoveTarget } from '../../../src/jira/jira';
import { fakeJira, type FakeJira, type Given, type Sent } from './fake-jira';

export const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
export const TO_DO = status('1', 'To Do', 'new');
export const BACKLOG = status('2', 'Backlog', 'new');
export const DOING = status('3', 'In Progress', 'indeterminate');
export const DONE = status('4', 'Done', 'done');
export const WONT_DO = status('5', "Won't do", 'done');

export const DONE_RESOLUTION = { id: '10000', name: 'Done' };
export const FIXED = { id: '1', name: 'Fixed' };
export const WONT_FIX = { id: '2', name: "Won't fix" };

export const transition = (id: string, to: object, fields: object = {}) => ({
  id,
  name: `go ${id}`,
  to,
  fields,
});
export const field = (name: string, more: object = {}) => ({
  name,
  required: true,
  hasDefaultValue: false,
  ...more,
});
export const resolution = (allowedValues: readonly object[], required = true) => ({
  resolution: field('Resolution', { allowedValues, required }),
});

export const CLOSE: MoveTarget = { to: 'done' };
export const REOPEN: MoveTarget = { to: 'open' };

export interface Site {
  readonly now: object;
  readonly offers: readonly object[];
  readonly target: MoveTarget;
  readonly defaultResolution?: object;
  readonly answer?: Given;
  /** What Jira says of any status that is asked for by id. */
  readonly statusAsked?: Given;
}

/** An issue in status `now` whose workflow offers these transitions. */
export function site({ now, offers, defaultResolution, answer, statusAsked }: Site): FakeJira {
  return fakeJira(({ method, path }: Sent): Given => {
    if (method === 'POST') return answer ?? { status: 204 };
    if (path.startsWith('/rest/api/3/status/')) return statusAsked ?? { status: 404 };
    if (path.includes('/transitions')) return { status: 200, body: { transitions: offers } };
    if (path.includes('/resolution/')) {
      return { status: 200, body: { values: defaultResolution ? [defaultResolution] : [] } };
    }
    return { status: 200, body: { fields: { status: now } } };
  });
}
