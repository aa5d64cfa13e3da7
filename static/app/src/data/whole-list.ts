/** Lists that a page shows as a whole, and resolvers answer a part at a time. */
import type { CallName, Payload, Result } from '../bridge/calls';
import { pagesOf } from './pages-of';

type Call = <N extends CallName>(name: N, payload: Payload<N>) => Promise<Result<N>>;

/** As `call`; connections are asked for until their list ends. */
export function wholeList(call: Call): Call {
  return async (name, payload) =>
    name === 'connection.list' ? await connections(call) : call(name, payload);
}

async function connections(call: Call): Promise<Result<'connection.list'>> {
  const whole: Required<Pick<Result<'connection.list'>, 'connections' | 'unreadable'>> = {
    connections: [],
    unreadable: [],
  };
  for await (const page of pagesOf((from) => call('connection.list', from))) {
    whole.connections.push(...page.connections);
    whole.unreadable.push(...(page.unreadable ?? []));
  }
  const { unreadable, ...list } = whole;
  return { ...list, ...(unreadable.length > 0 ? { unreadable } : {}) };
}
