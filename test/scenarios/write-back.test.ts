/** Status back into the notes, by runs that a person starts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FRAMEWORK, openScenario, outcomeOf, type Scenario } from './open-site';

let scenario: Scenario;

beforeAll(async () => {
  scenario = await openScenario({ lensFiles: [FRAMEWORK], answered: 'none' });
}, 120_000);

afterAll(() => scenario.close());

describe('a whole framework', () => {
  test('the first sync writes the status of each Task into the notes of its question', async () => {
    const outcome = outcomeOf(await scenario.sync({ scope: 'all' }));
    expect(outcome.planned.notes).toBe(57);
    expect([outcome.notesWritten, outcome.failed, outcome.conflicts]).toEqual([57, [], []]);
  }, 60_000);

  test('the second reads the notes once more and writes nothing; the third reads none', async () => {
    const second = outcomeOf(await scenario.sync({ scope: 'all' }));
    expect([second.planned.notes, second.notesWritten]).toEqual([0, 0]);
    const third = outcomeOf(await scenario.sync({ scope: 'all' }));
    expect([third.notesWritten, third.calls.aws < 10]).toEqual([0, true]);
  }, 60_000);
});
