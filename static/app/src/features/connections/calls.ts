/** What a page may do with connections: of the site, or of one project. Every answer goes where the list is kept. */
import { call } from '../../bridge/invoke';
import { keep, peek, refresh } from '../../data/answers';
import type {
  ConnectionTest,
  ConnectionView,
  EventSetup,
  NewConnection,
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
  readonly acceptRisk?: (connectionId: string, words: string) => Promise<void>;
}

/** For Jira admins; `acceptRisk` and `remove` reach connections of projects too. */
export const siteCalls: ConnectionCalls = {
  create: async (input) => keepAtSite(await call('connection.create', input)),
  async update(connectionId, change) {
    keepAtSite(await call('connection.update', { connectionId, ...change }));
  },
  test: (connectionId, region) => call('connection.test', { connectionId, region }),
  async enableEvents(connectionId) {
    const setup = await call('connection.enableEvents', { connectionId });
    refresh('connection.list');
    return setup;
  },
  async disableEvents(connectionId) {
    keepAtSite(await call('connection.disableEvents', { connectionId }));
  },
  async remove(connectionId) {
    await call('connection.delete', { connectionId });
    keep('connection.list', {}, { connections: without(siteList(), connectionId) });
  },
  refreshList: () => refresh('connection.list'),
  async serve(connectionId, serves) {
    keepAtSite(await call('connection.serve', { connectionId, serves }));
  },
  async acceptRisk(connectionId, words) {
    keepAtSite(await call('connection.acceptRisk', { connectionId, words }));
  },
};

/** For admins of the project: its own connections. Workloads that a change brings are asked for anew. */
export function projectCalls(projectKey: string): ConnectionCalls {
  const list = () => listIn(peek('projectConnection.list', { projectKey }));
  const put = (connections: ConnectionView[]) => {
    keep('projectConnection.list', { projectKey }, { connections });
    refresh('workload.list', 'workload.linked');
  };
  const kept = (view: ConnectionView) => {
    put(withView(list(), view));
    return view;
  };
  return {
    create: async (input) => kept(await call('projectConnection.create', { projectKey, ...input })),
    async update(connectionId, change) {
      kept(await call('projectConnection.update', { projectKey, connectionId, ...change }));
    },
    test: (connectionId, region) => call('projectConnection.test', { projectKey, connectionId, region }),
    async enableEvents(connectionId) {
      const setup = await call('projectConnection.enableEvents', { projectKey, connectionId });
      refresh('projectConnection.list');
      return setup;
    },
    async disableEvents(connectionId) {
      kept(await call('projectConnection.disableEvents', { projectKey, connectionId }));
    },
    async remove(connectionId) {
      await call('projectConnection.delete', { projectKey, connectionId });
      put(without(list(), connectionId));
    },
    refreshList: () => refresh('projectConnection.list', 'workload.list', 'workload.linked'),
  };
}

function keepAtSite(view: ConnectionView): ConnectionView {
  keep('connection.list', {}, { connections: withView(siteList(), view) });
  return view;
}

function siteList(): readonly ConnectionView[] {
  return listIn(peek('connection.list', {}));
}

function listIn(asked: ReturnType<typeof peek<'connection.list'>>): readonly ConnectionView[] {
  return asked.state === 'ready' ? asked.data.connections : [];
}

function withView(list: readonly ConnectionView[], view: ConnectionView): ConnectionView[] {
  const isKnown = list.some(({ id }) => id === view.id);
  return isKnown ? list.map((known) => (known.id === view.id ? view : known)) : [...list, view];
}

function without(list: readonly ConnectionView[], id: string): ConnectionView[] {
  return list.filter((known) => known.id !== id);
}
