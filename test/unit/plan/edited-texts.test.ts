import { describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import {
  lens,
  pillar,
  practice,
  question,
  review,
  smallReview,
  withQuestion,
  withRisk,
} from '../../builders/review';
import { patched, words, World } from '../../builders/world';

const BEFORE = smallReview(question('q1', 'HIGH', [practice('p1')]));
const RENAMED = withQuestion(BEFORE, 'q1', (one) => ({ ...one, title: 'Renamed by AWS' }));

function synced(): World {
  const world = new World(BEFORE);
  world.sync();
  return world;
}

describe('a question renamed by AWS', () => {
  test('untouched in Jira: the title follows', () => {
    const world = synced();
    world.review = RENAMED;
    const { changes, remarks } = world.sync();
    expect(changes.map(words)).toEqual(['update task q1', 'update subtask q1/p1']);
    expect(world.find('q1').summary).toBe('Renamed by AWS');
    expect(remarks.conflicts).toEqual([]);
    expect(world.plan().changes).toEqual([]);
  });

  test('the plan says what changes', () => {
    const world = synced();
    world.review = RENAMED;
    const [update] = world.plan().changes;
    expect(update?.kind === 'update' && update.changes).toEqual([
      { code: 'title', params: { old: 'Question q1', new: 'Renamed by AWS' } },
      { code: 'description', params: {} },
    ]);
  });

  test('edited in Jira: a conflict with old, new and theirs; the edit stays, sync after sync', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { summary: 'Ours' });
    world.review = RENAMED;
    for (let day = 0; day < 2; day++) {
      const { remarks } = world.sync();
      expect(remarks.conflicts).toEqual([
        {
          key: 'WA-2',
          title: 'Ours',
          code: 'text-edited',
          params: {},
          texts: [{ field: 'title', old: 'Question q1', new: 'Renamed by AWS', theirs: 'Ours' }],
        },
      ]);
    }
    expect(world.find('q1').summary).toBe('Ours');
  });

  test('edited to the very same words: nobody is asked', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { summary: 'Renamed by AWS' });
    world.review = RENAMED;
    const { changes, remarks } = world.sync();
    expect(remarks.conflicts).toEqual([]);
    expect(changes[0]?.kind === 'update' && changes[0].patch.summary).toBeUndefined();
    world.review = BEFORE;
    world.sync();
    expect(world.find('q1').summary).toBe('Question q1');
  });

  test('back to the words of the last sync: the edit is silently theirs again', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { summary: 'Ours' });
    world.review = RENAMED;
    world.sync();
    world.review = BEFORE;
    expect(world.sync().remarks.conflicts).toEqual([]);
    expect(world.find('q1').summary).toBe('Ours');
  });

  test('with the store lost and the issue untouched, as its property proves: the title follows', () => {
    const world = synced();
    world.loseLinks();
    world.review = RENAMED;
    expect(world.sync().remarks.conflicts).toEqual([]);
    expect(world.find('q1').summary).toBe('Renamed by AWS');
    expect(world.plan().changes).toEqual([]);
  });

  test('with the store lost and the title edited: a conflict that knows no old words', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { summary: 'Ours' });
    world.loseLinks();
    world.review = RENAMED;
    const { conflicts } = world.sync().remarks;
    expect(conflicts[0]?.texts?.[0]).toEqual({ field: 'title', new: 'Renamed by AWS', theirs: 'Ours' });
    expect(world.find('q1').summary).toBe('Ours');
  });
});

describe('a text edited in Jira', () => {
  test('while AWS says the same as before: left alone, silently', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { summary: 'Ours', description: doc(paragraph(text('Ours'))) });
    const { changes, remarks, unchanged } = world.sync();
    expect(changes).toEqual([]);
    expect(remarks.conflicts).toEqual([]);
    expect(unchanged).toBe(3);
  });

  test('one text edited does not stop the other: the title follows, the description is kept and told', () => {
    const world = synced();
    const description = doc(paragraph(text('Ours')));
    world.board.change(world.find('q1').id, { description });
    world.review = RENAMED;
    const { conflicts } = world.sync().remarks;
    expect(world.find('q1')).toMatchObject({ summary: 'Renamed by AWS', description });
    expect(conflicts[0]?.texts).toMatchObject([{ field: 'description', theirs: 'Ours' }]);
    expect(conflicts[0]?.texts?.[0]?.new).toContain('Renamed by AWS');
  });

  test('emptied by a person: stays empty', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { description: undefined });
    expect(world.sync().changes).toEqual([]);
    world.review = RENAMED;
    expect(world.sync().remarks.conflicts[0]?.texts).toMatchObject([{ field: 'description', theirs: '' }]);
    expect(world.find('q1').description).toBeUndefined();
  });
});

describe('labels and property', () => {
  test('a label of ours that somebody removed comes back; one of theirs stays', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { labels: ['team'] });
    world.sync();
    expect([...world.find('q1').labels].sort()).toEqual(['security', 'team', 'well-architected']);
  });

  test('a renamed pillar changes its label, and no other', () => {
    const world = synced();
    const { id, labels } = world.find('q1');
    world.board.change(id, { labels: [...labels, 'team'] });
    world.review = review([lens('main', [pillar('Safety', [question('q1', 'HIGH', [practice('p1')])])])]);
    world.sync();
    expect([...world.find('q1').labels].sort()).toEqual(['safety', 'team', 'well-architected']);
  });

  test('another risk refreshes the property, so that JQL stays true, and the description', () => {
    const world = synced();
    world.review = withRisk(BEFORE, 'q1', 'MEDIUM');
    const { changes } = world.sync();
    expect(
      changes.map((change) => [words(change), change.kind === 'update' && patched(change.patch)]),
    ).toEqual([
      ['update epic', ['description', 'property']],
      ['update task q1', ['description', 'property']],
      ['update subtask q1/p1', ['description', 'property']],
    ]);
    expect(world.find('q1').property).toMatchObject({ risk: 'MEDIUM', pillar: 'security' });
    expect(world.find('q1', 'p1').property).toMatchObject({ risk: 'MEDIUM' });
  });

  test('another risk refreshes the property even where a person wrote the description', () => {
    const world = synced();
    world.board.change(world.find('q1').id, { description: doc(paragraph(text('Ours'))) });
    world.review = withRisk(BEFORE, 'q1', 'MEDIUM');
    const { changes, remarks } = world.sync();
    const update = changes.find((change) => words(change) === 'update task q1');
    expect(update?.kind === 'update' && patched(update.patch)).toEqual(['property']);
    expect(update?.kind === 'update' && update.changes).toEqual([
      { code: 'risk', params: { old: 'HIGH', new: 'MEDIUM' } },
    ]);
    expect(remarks.conflicts).toHaveLength(1);
  });

  test('a property that somebody changed is put right', () => {
    const world = synced();
    const { id, property } = world.find('q1');
    world.board.change(id, { property: { ...property!, risk: 'NONE', hash: 'forged' } });
    world.sync();
    expect(world.board.get(id)?.property).toEqual(property);
  });

  test('a refused update is planned again, and nothing counts as written', () => {
    const world = synced();
    const before = new Map(world.links);
    world.review = RENAMED;
    world.sync({}, () => true);
    expect(world.links).toEqual(before);
    expect(world.plan().changes.map(words)).toEqual(['update task q1', 'update subtask q1/p1']);
  });
});
