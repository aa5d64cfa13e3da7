import { describe, expect, test } from '@jest/globals';
import { covers, inScope, unknownNames } from '../../../src/review-entries/scope';
import type { Reason } from '../../../src/reason';
import type { Scope, Selection } from '../../../src/settings/model';
import type { Risk } from '../../../src/wellarchitected/model';
import { lens, lensIdentity, pillar, question, review } from '../../builders/review';

describe('which questions get issues', () => {
  const table: readonly [Scope, Partial<Record<Risk, true>>][] = [
    ['risks', { HIGH: true, MEDIUM: true }],
    ['answered', { HIGH: true, MEDIUM: true, NONE: true }],
    ['all', { HIGH: true, MEDIUM: true, NONE: true, UNANSWERED: true }],
  ];
  const risks: readonly Risk[] = ['HIGH', 'MEDIUM', 'NONE', 'UNANSWERED', 'NOT_APPLICABLE'];
  const cases = table.flatMap(([scope, yes]) =>
    risks.map((risk) => [scope, risk, yes[risk] ?? false] as const),
  );

  test.each(cases)('scope %s, risk %s: %s', (scope, risk, expected) => {
    expect(inScope(scope, risk)).toBe(expected);
  });
});

const q1 = question('q1', 'HIGH');
const q2 = question('q2', 'HIGH');
const security = pillar('Security', [q1, q2]);
const main = lens('main', [security]);
const place = { lens: main, pillar: security, question: q1 };

describe('which questions a selection chooses', () => {
  const table: readonly [words: string, selection: Selection, expected: boolean][] = [
    ['nothing said: everything', {}, true],
    ['its lens by alias', { lensAliases: ['main'] }, true],
    ['its lens by ARN', { lensAliases: [lensIdentity('main')] }, true],
    ['its lens by ARN with a version', { lensAliases: [`${lensIdentity('main')}:1.0`] }, true],
    ['its lens among others', { lensAliases: ['other', 'main'] }, true],
    ['another lens', { lensAliases: ['other'] }, false],
    ['a lens whose ARN only begins alike', { lensAliases: [`${lensIdentity('main')}2`] }, false],
    ['no lens', { lensAliases: [] }, false],
    ['its pillar', { selectedPillars: [{ PillarId: 'security' }] }, true],
    [
      'its pillar with no question named',
      { selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: [] }] },
      true,
    ],
    [
      'its pillar and itself',
      { selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['q1'] }] },
      true,
    ],
    [
      'its pillar and another question',
      { selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['q2'] }] },
      false,
    ],
    ['another pillar', { selectedPillars: [{ PillarId: 'reliability' }] }, false],
    [
      'itself under another pillar',
      { selectedPillars: [{ PillarId: 'reliability', SelectedQuestionIds: ['q1'] }] },
      false,
    ],
    ['itself', { questionIds: ['q1'] }, true],
    ['another question', { questionIds: ['q2'] }, false],
    ['no question', { questionIds: [] }, false],
    ['itself in another lens', { lensAliases: ['other'], questionIds: ['q1'] }, false],
    [
      'itself, its pillar and its lens',
      { lensAliases: ['main'], selectedPillars: [{ PillarId: 'security' }], questionIds: ['q1'] },
      true,
    ],
    [
      'itself, and another pillar',
      { selectedPillars: [{ PillarId: 'reliability' }], questionIds: ['q1'] },
      false,
    ],
  ];

  test.each(table)('%s', (_words, selection, expected) => {
    expect(covers(selection, place)).toBe(expected);
  });
});

describe('names that the review does not have', () => {
  const whole = review([main]);
  const table: readonly [words: string, selection: Selection, unknown: readonly Reason[]][] = [
    ['nothing said', {}, []],
    [
      'all known',
      {
        lensAliases: ['main'],
        selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['q2'] }],
        questionIds: ['q1'],
      },
      [],
    ],
    [
      'a lens',
      { lensAliases: ['main', 'serverles'] },
      [{ code: 'unknown-name', params: { kind: 'lens', name: 'serverles', known: ['main'], count: 1 } }],
    ],
    [
      'a pillar',
      { selectedPillars: [{ PillarId: 'Security' }] },
      [{ code: 'unknown-name', params: { kind: 'pillar', name: 'Security', known: ['security'], count: 1 } }],
    ],
    [
      'a question',
      { questionIds: ['q9'] },
      [{ code: 'unknown-name', params: { kind: 'question', name: 'q9', known: ['q1', 'q2'], count: 2 } }],
    ],
    [
      'a question under a pillar',
      { selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['q9'] }] },
      [{ code: 'unknown-name', params: { kind: 'question', name: 'q9', known: ['q1', 'q2'], count: 2 } }],
    ],
  ];

  test.each(table)('%s', (_words, selection, unknown) => {
    expect(unknownNames(selection, whole)).toEqual(unknown);
  });

  test('every wrong name is told at once', () => {
    const selection = { lensAliases: ['a'], selectedPillars: [{ PillarId: 'b' }], questionIds: ['c'] };
    expect(unknownNames(selection, whole)).toHaveLength(3);
  });

  test('a review without a lens says that it has none', () => {
    expect(unknownNames({ questionIds: ['q1'] }, review([]))).toEqual([
      { code: 'unknown-name', params: { kind: 'question', name: 'q1', known: [], count: 0 } },
    ]);
  });
});
