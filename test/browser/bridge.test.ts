/** The bridge between a page of the app and the page around it, as the local site plays it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BRIDGE_NOT_SERVED } from '../../sandbox/forge/pages/bridge-commands';
import { openPages, type Pages, type Tab } from './pages';

let pages: Pages;
let tab: Tab;
beforeAll(async () => {
  pages = await openPages({ seed: false });
  tab = await pages.open('/settings/well-architected');
}, 180_000);
afterAll(() => pages.close());

/** What a script inside the app's frame comes to. */
async function inFrame(script: string): Promise<unknown> {
  const frame = tab.page.frames().find((one) => one.url().includes('/forge/pages/'));
  return frame!.evaluate(`(async () => { const { callBridge } = globalThis.__bridge; ${script} })()`);
}

test('events reach whoever listens, as long as they do', async () => {
  const heard = await inFrame(`
    const heard = [];
    const on = await callBridge('on', { event: 'a', callback: (payload) => heard.push(payload) });
    await callBridge('onPublic', { event: 'a', callback: (payload) => heard.push({ public: payload }) });
    await callBridge('emit', { event: 'a', payload: { n: 1 } });
    await callBridge('emit', { event: 'b', payload: 2 });
    await callBridge('emitPublic', { event: 'a', payload: 3 });
    on.unsubscribe();
    await callBridge('emit', { event: 'a', payload: 4 });
    return heard;
  `);
  expect(heard).toEqual([{ n: 1 }, { public: 3 }]);
});

test('commands that the local site does not carry out are refused by name', async () => {
  const refusals = await inFrame(`
    const names = ${JSON.stringify(BRIDGE_NOT_SERVED)};
    const refusal = (name) => callBridge(name, {}).then(() => 'done', (error) => error.message);
    return Promise.all(names.map(refusal));
  `);
  const expected = BRIDGE_NOT_SERVED.map((name) => `The local site does not know the bridge command ${name}`);
  expect(refusals).toEqual(expected);
});
