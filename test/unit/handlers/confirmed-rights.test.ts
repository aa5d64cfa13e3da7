/** What Jira said of a right is believed for ten seconds, of the same person and question alone. */
import { expect, test } from '@jest/globals';
import { createConfirmedRights } from '../../../src/handlers/confirmed-rights';

const ANN = { site: 'a-site', accountId: 'ann' };
const BROWSE = ['BROWSE_PROJECTS', '10000'];

/** Asks at these seconds, in order; Jira answers yes until it is told otherwise. */
function asked() {
  let now = 1_000_000;
  let answer = true;
  let questions = 0;
  const rights = createConfirmedRights({ now: () => now });
  return {
    after: (ms: number) => (now += ms),
    deny: () => (answer = false),
    confirm: (person = ANN, right = BROWSE) =>
      rights.confirm(person, right, () => ((questions += 1), Promise.resolve(answer))),
    questions: () => questions,
  };
}

test.each<[string, number, number]>([
  ['a moment later', 0, 1],
  ['just before ten seconds are over', 9_999, 1],
  ['once they are', 10_000, 2],
  ['where the clock was set back', -1, 2],
])('asked again %s', async (_, ms, questions) => {
  const it = asked();
  expect(await it.confirm()).toBe(true);
  it.after(ms);
  expect(await it.confirm()).toBe(true);
  expect(it.questions()).toBe(questions);
});

test.each([
  ['another person', { ...ANN, accountId: 'bob' }, BROWSE],
  ['the same person on another site', { ...ANN, site: 'b-site' }, BROWSE],
  ['another project', ANN, ['BROWSE_PROJECTS', '10001']],
  ['another right', ANN, ['ADMINISTER_PROJECTS', '10000']],
])('%s is asked for', async (_, person, right) => {
  const it = asked();
  await it.confirm();
  it.deny();
  expect(await it.confirm(person, right)).toBe(false);
});

test('a no is not remembered, and a failure is no yes', async () => {
  const it = asked();
  it.deny();
  expect([await it.confirm(), await it.confirm(), it.questions()]).toEqual([false, false, 2]);
  const rights = createConfirmedRights({ now: () => 0 });
  const down = () => Promise.reject(new Error('down'));
  await expect(rights.confirm(ANN, BROWSE, down)).rejects.toThrow('down');
  expect(await rights.confirm(ANN, BROWSE, () => Promise.resolve(false))).toBe(false);
});

test('of thousands of people none is believed for longer, and none is kept out', async () => {
  const it = asked();
  for (let nth = 0; nth < 3_000; nth += 1)
    expect(await it.confirm({ ...ANN, accountId: `p${nth}` })).toBe(true);
  it.after(10_000);
  it.deny();
  expect(await it.confirm({ ...ANN, accountId: 'p0' })).toBe(false);
});
