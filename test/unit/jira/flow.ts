/** An issue in a workflow of several steps, as Jira's transitions state it; people may act before any request. */
import { fakeJira, type FakeJira, type Given, type Sent } from './fake-jira';
import type { status } from './workflow';

type Status = ReturnType<typeof status>;

export interface Flow extends FakeJira {
  /** Ids of the statuses that the issue had, the first where it stood. */
  readonly had: readonly string[];
  /** What a person does. */
  moveTo(statusId: string): void;
}

interface Given_ {
  readonly statuses: readonly Status[];
  /** By status id: what Jira offers there. The id of a transition leads to the status of `to`. */
  readonly offers: Readonly<Record<string, readonly { readonly id: string; readonly to: object }[]>>;
  readonly starts: string;
  /** Before a request is served; an answer takes the place of Jira's. */
  readonly before?: (sent: Sent, flow: Pick<Flow, 'moveTo' | 'had'>) => Given | undefined;
  /** After a transition was performed; an answer takes the place of Jira's 204. */
  readonly after?: (sent: Sent, flow: Pick<Flow, 'moveTo' | 'had'>) => Given | undefined;
}

/** Refuses a transition that the status does not offer, as Jira does. */
export function flow({ statuses, offers, starts, before, after }: Given_): Flow {
  const had = [starts];
  const people = { had, moveTo: (id: string) => void had.push(id) };
  const now = () => had.at(-1) ?? starts;
  const jira = fakeJira((sent): Given => {
    const instead = before?.(sent, people);
    if (instead) return instead;
    const here = offers[now()] ?? [];
    if (sent.method === 'POST') {
      const { transition } = sent.body as { transition: { id: string } };
      const taken = here.find(({ id }) => id === transition.id);
      if (!taken) return { status: 400, body: { errorMessages: ['Transition is not valid.'] } };
      people.moveTo((taken.to as Status).id);
      return after?.(sent, people) ?? { status: 204 };
    }
    if (sent.path.includes('/transitions')) return { status: 200, body: { transitions: here } };
    return { status: 200, body: { fields: { status: statuses.find(({ id }) => id === now()) } } };
  });
  return { ...jira, ...people };
}
