/** Tasks whose Epic was deleted: put below the one that is made again, where a person sees that before. */
import { describe, expect, test } from '@jest/globals';
import type { RunOptions } from '../../../src/review-entries/plan-review';
import { practice, question, smallReview } from '../../builders/review';
import { words, World } from '../../builders/world';

const REVIEW = smallReview(
  question('q1', 'HIGH', [practice('p1')]),
  question('q2', 'HIGH', [practice('p2')]),
  question('q3', 'HIGH'),
);

/** A person sees the plan, and decided this of it. */
function seen(...decided: readonly (readonly [issueKey: string, take: boolean])[]): Partial<RunOptions> {
  const decisions = decided.map(([issueKey, take]) => ({ kind: 'below-epic' as const, issueKey, take }));
  return { recreate: true, proposals: { shown: true, decided: decisions } };
}

/** Synced, and then people deleted the Epic. */
function withoutEpic(): World {
  const world = new World(REVIEW);
  world.sync();
  world.board.delete(world.epic().id);
  return world;
}

function parents(world: World): readonly (string | undefined)[] {
  return ['q1', 'q2', 'q3'].map((id) => world.find(id).parentId);
}

describe('the Epic is made again', () => {
  test('its Tasks are put below it, and each is listed', () => {
    const world = withoutEpic();
    const { changes, remarks } = world.sync({ run: seen() });
    expect(changes.map(words)).toEqual(['create epic', 'update task q1', 'update task q2', 'update task q3']);
    expect(remarks.proposals).toMatchObject(
      ['q1', 'q2', 'q3'].map((id) => ({
        key: world.find(id).key,
        code: 'below-epic',
        proposal: { kind: 'below-epic', taken: true },
      })),
    );
    const { id } = world.epic();
    expect(parents(world)).toEqual([id, id, id]);
    const again = world.plan({ run: seen() });
    expect([again.changes, again.remarks.proposals]).toEqual([[], []]);
  });

  test('one that a person leaves out stays, is told, and is not moved by a later run', () => {
    const world = withoutEpic();
    const { key } = world.find('q2');
    const { remarks } = world.sync({ run: seen([key, false]) });
    expect(remarks.proposals.map(({ proposal }) => proposal?.taken)).toEqual([true, false, true]);
    const { id } = world.epic();
    expect(parents(world)).toEqual([id, undefined, id]);
    const later = world.plan({ run: seen() });
    expect(later.changes).toEqual([]);
    expect(later.remarks.proposals).toMatchObject([{ key, proposal: { taken: false } }]);
    world.sync({ run: seen([key, true]) });
    expect(parents(world)).toEqual([id, id, id]);
  });

  test.each([
    ['nobody looks', undefined],
    ['in automatic mode', { shown: false, decided: [] }],
  ])('nothing is moved unasked: %s', (_, proposals) => {
    const world = withoutEpic();
    const run = { recreate: true, ...(proposals ? { proposals } : {}) };
    const { changes, remarks } = world.sync({ run });
    expect(changes.map(words)).toEqual(['create epic']);
    expect(remarks.proposals.map(({ proposal }) => proposal?.taken)).toEqual([false, false, false]);
    expect(parents(world)).toEqual([undefined, undefined, undefined]);
  });

  test('a Task that people put below another Epic stays there, and is not proposed', () => {
    const world = withoutEpic();
    const other = world.board.create({ projectKey: 'WA', level: 'epic', summary: 'Of the team' });
    world.board.change(world.find('q1').id, { parentId: other.id });
    const { remarks } = world.sync({ run: seen() });
    expect(remarks.proposals.map(({ key }) => key)).toEqual([world.find('q2').key, world.find('q3').key]);
    expect(world.find('q1').parentId).toBe(other.id);
  });

  test('what the run leaves out stays as it is', () => {
    const world = withoutEpic();
    world.review = smallReview(question('q1', 'HIGH', [practice('p1')]), question('q9', 'HIGH'));
    world.sync({ run: { ...seen(), selection: { questionIds: ['q9'] } } });
    expect(parents(world)).toEqual([undefined, undefined, undefined]);
  });

  test('by an earlier invocation of the run: its Tasks follow as they were shown', () => {
    const world = withoutEpic();
    world.sync({ run: seen() }, ({ kind }) => kind === 'update');
    const [epic] = [...world.links.values()].filter(({ identity }) => identity.question === undefined);
    const runId = epic?.createdBy ?? '';
    expect(world.plan({ run: { ...seen(), runId } }).changes).toHaveLength(3);
    expect(world.plan({ run: { ...seen(), runId: 'another' } }).changes).toEqual([]);
  });
});

test('a Task that people took out of its Epic is told, and put back only where somebody asks for it', () => {
  const world = new World(REVIEW);
  world.sync();
  const { id, key } = world.find('q1');
  world.board.change(id, { parentId: undefined });
  const { changes, remarks } = world.plan({ run: seen() });
  expect([changes, remarks.proposals]).toMatchObject([[], [{ key, proposal: { taken: false } }]]);
  expect(world.sync({ run: seen([key, true]) }).changes.map(words)).toEqual(['update task q1']);
  expect(world.find('q1').parentId).toBe(world.epic().id);
});

test('a Task that is made again leaves its Sub-tasks where people put them', () => {
  const world = new World(REVIEW);
  world.sync();
  const { id } = world.find('q2');
  world.board.change(world.find('q1', 'p1').id, { parentId: id });
  world.board.delete(world.find('q1').id);
  const { changes, remarks } = world.sync({ run: seen() });
  expect([changes.map(words), remarks.proposals]).toEqual([['create task q1'], []]);
  expect(world.find('q1', 'p1').parentId).toBe(id);
});

test('an Epic with the Tasks that are put below it is not closed over one that is open', () => {
  const world = withoutEpic();
  const settings = { parentsFollow: true };
  world.sync({ run: { recreate: true }, settings });
  world.board.change(world.find('q1').id, { parentId: world.epic().id });
  world.board.setStatus(world.find('q1', 'p1').id, 'done');
  world.board.setStatus(world.find('q1').id, 'done');
  const task = world.find('q2').key;
  const plan = world.plan({ run: seen([task, true]), settings });
  expect(plan.changes.map(words)).toContain('update task q2');
  expect(plan.changes.map(words)).not.toContain('close epic');
});
