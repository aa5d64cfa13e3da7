/** What a page may do with connections: of the site, or of one project. Every answer goes where the list is kept. */
import { call } from '../../bridge/invoke';
import { amend, refresh } from '../../data/answers';
import type {
  ConnectionTest,
  ConnectionView,
  EventSetup,
  NewConnection,
  RiskShown,
  Serves,
} from '../../../../../src/contract';

export interface ConnectionCalls {
  readonly create: (input: NewConnection) => Promise<ConnectionView>;
  readonly update: (connectionId: string, change: Partial<NewConnection>) => Promise<void>;
  /** Whether the app may work through it shows after `refreshList`. */
  readonly test: (connectionId: string, region: string) => Promise<ConnectionTest>;
  readonly enableEvents: (connectionId: string) => Promise<EventSetup>;
  readonly disableEvents: (connectionId: string) => Promise<void>;
  readonly remove: (connectionId: string) => Promise<void>;
  readonly refreshList: () => void;
  /** Of a site connection: whom it serves. */
  readonly serve?: (connectionId: string, serves: Serves[]) => Promise<void>;
  /** For Jira admins. */
  readonly acceptRisk?: (connection: ConnectionView, words: string) => Promise<void>;
}

/** For Jira admins; `acceptRisk` and `remove` reach connections of projects too. */
export const siteCalls: ConnectionCalls = {
  create: async (input) => keepAtSite(await call('connection.create', input)),
  async update(connectionId, change) {
    await keepAtSite(await call('connection.update', { connectionId, ...change }));
  },
  test: (connectionId, region) => call('connection.test', { connectionId, region }),
  async enableEvents(connectionId) {
    const setup = await call('connection.enableEvents', { connectionId });
    refresh('connection.list');
    return setup;
  },
  async disableEvents(connectionId) {
    await keepAtSite(await call('connection.disableEvents', { connectionId }));
  },
  async remove(connectionId) {
    await call('connection.delete', { connectionId });
    await amend('connection.list', {}, (list) => without(list, connectionId));
  },
  refreshList: () => refresh('connection.list'),
  async serve(connectionId, serves) {
    await keepAtSite(await call('connection.serve', { connectionId, serves }));
  },
  async acceptRisk(connection, words) {
    const asked = { connectionId: connection.id, words, shown: shownOf(connection) };
    try {
      await keepAtSite(await call('connection.acceptRisk', asked));
    } catch (error) {
      // It may be another by now, which is to be seen before anybody accepts it.
      refresh('connection.list');
      throw error;
    }
  },
};

/** For admins of the project: its own connections. Workloads that a change brings are asked for anew. */
export function projectCalls(projectKey: string): ConnectionCalls {
  const change = async (by: (list: List) => List) => {
    await amend('projectConnection.list', { projectKey }, by);
    refresh('workload.list', 'workload.linked');
  };
  const kept = async (view: ConnectionView) => {
    await change((list) => withView(list, view));
    return view;
  };
  return {
    create: async (input) => kept(await call('projectConnection.create', { projectKey, ...input })),
    async update(connectionId, changed) {
      await kept(await call('projectConnection.update', { projectKey, connectionId, ...changed }));
    },
    test: (connectionId, region) => call('projectConnection.test', { projectKey, connectionId, region }),
    async enableEvents(connectionId) {
      const setup = await call('projectConnection.enableEvents', { projectKey, connectionId });
      refresh('projectConnection.list');
      return setup;
    },
    async disableEvents(connectionId) {
      await kept(await call('projectConnection.disableEvents', { projectKey, connectionId }));
    },
    async remove(connectionId) {
      await call('projectConnection.delete', { projectKey, connectionId });
      await change((list) => without(list, connectionId));
    },
    refreshList: () => refresh('projectConnection.list', 'workload.list', 'workload.linked'),
  };
}

/** What the person sees, who answers for nothing else. */
function shownOf({ roleArn = '', access, regions, tests }: ConnectionView): RiskShown {
  const testedAt =
    tests
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  return { roleArn, access, regions, testedAt };
}

async function keepAtSite(view: ConnectionView): Promise<ConnectionView> {
  await amend('connection.list', {}, (list) => withView(list, view));
  return view;
}

interface List {
  readonly connections: ConnectionView[];
}

function withView<L extends List>({ connections, ...list }: L, view: ConnectionView) {
  const isKnown = connections.some(({ id }) => id === view.id);
  const replaced = connections.map((known) => (known.id === view.id ? view : known));
  return { ...list, connections: isKnown ? replaced : [...connections, view] };
}

function without<L extends List>({ connections, ...list }: L, id: string) {
  return { ...list, connections: connections.filter((known) => known.id !== id) };
}
