/** Choosing what a run covers: boxes that follow each other, and the choice in AWS's words. */
import { describe, expect, test } from '@jest/globals';
import {
  markOf,
  toggle,
  type ChoiceLens,
  type LeftOut,
  type Path,
} from '../../../static/app/src/features/project/sync/choice';
import { toSelection } from '../../../static/app/src/features/project/sync/selection';

const question = (id: string, pillarId: string) => ({
  id,
  pillarId,
  title: id.toUpperCase(),
  risk: 'HIGH' as const,
});
const FRAMEWORK: ChoiceLens = {
  alias: 'framework',
  name: 'Framework',
  pillars: [
    { id: 'security', name: 'Security' },
    { id: 'cost', name: 'Cost' },
  ],
  questions: [question('keys', 'security'), question('doors', 'security'), question('bills', 'cost')],
};
const SERVERLESS: ChoiceLens = {
  alias: 'serverless',
  name: 'Serverless',
  pillars: [{ id: 'security', name: 'Security' }],
  questions: [question('functions', 'security'), question('keys', 'security')],
};
const BOTH = [FRAMEWORK, SERVERLESS];

/** Clicks boxes one after another. */
function clicks(...paths: readonly Path[]): LeftOut {
  return paths.reduce<LeftOut>((leftOut, path) => toggle(leftOut, BOTH, path), []);
}

describe('boxes', () => {
  test('all are ticked until somebody clears one', () => {
    expect(markOf([], ['framework', 'security', 'keys'])).toBe('all');
  });

  test('clearing a question leaves its pillar and lens partly chosen, and other lenses alone', () => {
    const leftOut = clicks(['framework', 'security', 'keys']);
    const marks = [
      ['framework', 'security', 'keys'],
      ['framework', 'security'],
      ['framework'],
      ['serverless'],
    ];
    expect(marks.map((path) => markOf(leftOut, path))).toEqual(['none', 'some', 'some', 'all']);
  });

  test('clearing all questions of all pillars clears the lens', () => {
    const leftOut = clicks(
      ['framework', 'security', 'keys'],
      ['framework', 'security', 'doors'],
      ['framework', 'cost'],
    );
    expect(leftOut).toEqual(['framework']);
  });

  test('ticking one question of a cleared lens leaves its other questions out', () => {
    const leftOut = clicks(['framework'], ['framework', 'security', 'keys']);
    const of = (...path: string[]) => markOf(leftOut, ['framework', ...path]);
    expect([of(), of('security'), of('security', 'keys'), of('security', 'doors'), of('cost')]).toEqual([
      'some',
      'some',
      'all',
      'none',
      'none',
    ]);
  });

  test('a partly chosen box becomes wholly chosen', () => {
    expect(clicks(['framework', 'security', 'keys'], ['framework'])).toEqual([]);
  });

  test('twice is never', () => {
    expect(clicks(['framework', 'cost'], ['framework', 'cost'])).toEqual([]);
  });
});

describe('in AWS’s words', () => {
  test('everything is no selection at all', () => {
    expect(toSelection(BOTH, [])).toEqual({ selection: undefined, isEmpty: false, needs: [], alongside: [] });
  });

  test('a lens is its alias', () => {
    expect(toSelection(BOTH, clicks(['serverless'])).selection).toEqual({ lensAliases: ['framework'] });
  });

  test('a pillar is its id', () => {
    expect(toSelection([FRAMEWORK], ['framework\ncost']).selection).toEqual({
      selectedPillars: [{ PillarId: 'security' }],
    });
  });

  test('a question is its id under its pillar', () => {
    expect(toSelection([FRAMEWORK], ['framework\nsecurity\nkeys']).selection).toEqual({
      selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['doors'] }, { PillarId: 'cost' }],
    });
  });

  test('a pillar that only one of two lenses leaves out is said by the questions of the other', () => {
    const { selection } = toSelection(BOTH, ['framework\nsecurity']);
    expect(selection?.selectedPillars).toEqual([
      { PillarId: 'security', SelectedQuestionIds: ['functions', 'keys'] },
      { PillarId: 'cost' },
    ]);
  });

  test('a question that comes along, because another lens has one of its id, is named', () => {
    expect(toSelection(BOTH, ['framework\nsecurity\nkeys']).alongside).toEqual(['KEYS']);
  });

  test('lenses whose questions it takes are named while they are not loaded', () => {
    const { questions, ...bare } = SERVERLESS;
    expect(questions).toBeDefined();
    expect(toSelection([FRAMEWORK, bare], ['framework\nsecurity\nkeys']).needs).toEqual(['serverless']);
  });

  test('nothing is told apart from everything', () => {
    expect(toSelection(BOTH, ['framework', 'serverless']).isEmpty).toBe(true);
  });
});
