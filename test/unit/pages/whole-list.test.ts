/** Lists that resolvers answer a part at a time. */
import { expect, test } from '@jest/globals';
import { wholeList } from '../../../static/app/src/data/whole-list';

type Call = Parameters<typeof wholeList>[0];

/** Answers parts in their order, each of which names the next but the last; remembers what was asked. */
function answering(parts: readonly object[]) {
  const asked: unknown[] = [];
  const call = ((name: string, payload: { cursor?: string }) => {
    asked.push([name, payload]);
    const nth = Number(payload.cursor ?? 0);
    const next = nth + 1 < parts.length ? { cursor: String(nth + 1) } : {};
    return Promise.resolve({ ...parts[nth], ...next });
  }) as unknown as Call;
  return { call: wholeList(call), asked };
}

test('connections are asked for until their list ends, and what cannot be read of any part is named', async () => {
  const { call, asked } = answering([
    { connections: ['a', 'b'] },
    { connections: ['c'], unreadable: ['x'] },
    { connections: [], unreadable: ['y'] },
  ]);
  expect(await call('connection.list', {})).toEqual({ connections: ['a', 'b', 'c'], unreadable: ['x', 'y'] });
  expect(asked).toEqual([{}, { cursor: '1' }, { cursor: '2' }].map((from) => ['connection.list', from]));
});

test('of a list that is whole nothing is added', async () => {
  const { call } = answering([{ connections: ['a'] }]);
  expect(await call('connection.list', {})).toEqual({ connections: ['a'] });
});

test('other answers pass as they are', async () => {
  const { call, asked } = answering([{ keys: [] }, { keys: [] }]);
  expect(await call('accessKey.list', {})).toEqual({ keys: [], cursor: '1' });
  expect(asked).toEqual([['accessKey.list', {}]]);
});
