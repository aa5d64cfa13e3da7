/** Lists that a page shows as a whole, and resolvers answer a part at a time. */
import type { CallName, Payload, Result } from '../bridge/calls';

type Call = <N extends CallName>(name: N, payload: Payload<N>) => Promise<Result<N>>;

/** As `call`; connections are asked for until their list ends. */
export function wholeList(call: Call): Call {
  return async (name, payload) => {
    const answer = await call(name, payload);
    if (name !== 'connection.list') return answer;
    return wholeOf(call, answer as Result<'connection.list'>);
  };
}

async function wholeOf(
  call: Call,
  { cursor, ...first }: Result<'connection.list'>,
): Promise<Result<'connection.list'>> {
  if (cursor === undefined) return first;
  const rest = await wholeOf(call, await call('connection.list', { cursor }));
  const unreadable = [...(first.unreadable ?? []), ...(rest.unreadable ?? [])];
  return {
    connections: [...first.connections, ...rest.connections],
    ...(unreadable.length > 0 ? { unreadable } : {}),
  };
}
