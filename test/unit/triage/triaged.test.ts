/** What triage lists, made of links and of what was read of a review. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Link } from '../../../src/review-entries/link';
import { triagedOf, withQuestion } from '../../../src/triage/triaged';
import type { Triaged } from '../../../src/triage/triage-store';
import { someLinks } from '../../builders/links';
import { lens, lensIdentity, pillar, practice, question, WORKLOAD_ARN } from '../../builders/review';

const LENS = lensIdentity('main');

function link(
  questionId: string,
  choice: string | undefined,
  issueId: string,
  more: Partial<Link> = {},
): Link {
  return {
    identity: {
      ...{ workload: WORKLOAD_ARN, lens: LENS, question: questionId },
      ...(choice === undefined ? {} : { choice }),
    },
    ...{ pillar: 'costOptimization', issueId, summary: `Issue ${issueId}`, descriptionHash: '0' },
    labels: ['well-architected', 'cost-optimization'],
    synced: { review: 'open', jira: 'open' },
    ...more,
  };
}

const EPIC: Link = { ...link('', undefined, '1'), identity: { workload: WORKLOAD_ARN } };
const TASK = link('q1', undefined, '2');
const LINKS = [EPIC, TASK, link('q1', 'p1', '3'), link('q1', 'p2', '4'), link('q2', 'p3', '6')];
const REVIEW = {
  lenses: [
    lens('main', [
      pillar('Cost Optimization', [
        question('q2', 'MEDIUM', [practice('p3')]),
        question('q1', 'HIGH', [practice('p2'), practice('p1')]),
      ]),
    ]),
  ],
};
const all = () => true;
const rowsOf = ({ lenses }: Triaged) =>
  lenses.flatMap(({ identity, pillars }) =>
    pillars.flatMap(({ label, questions }) =>
      questions.flatMap(({ id, issues }) => issues.map(([issue]) => `${identity} ${label} ${id} ${issue}`)),
    ),
  );

describe('with the review', () => {
  test('names, risks and the order are the review’s', () => {
    const triaged = triagedOf({ projectId: '10000', links: LINKS, isListed: all, review: REVIEW });
    expect(triaged).toEqual({
      projectId: '10000',
      lenses: [
        {
          ...{ identity: LENS, name: 'Lens main' },
          pillars: [
            {
              ...{ label: 'cost-optimization', name: 'Cost Optimization' },
              questions: [
                { id: 'q2', title: 'Question q2', risk: 'MEDIUM', issues: [['6', 'Practice p3']] },
                {
                  ...{ id: 'q1', title: 'Question q1', task: '2', risk: 'HIGH' },
                  issues: [
                    ['4', 'Practice p2'],
                    ['3', 'Practice p1'],
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('what the review does not have any more comes after it, as its links tell', () => {
    const links = [...LINKS, link('gone', 'p9', '9')];
    const { lenses } = triagedOf({ projectId: '10000', links, isListed: all, review: REVIEW });
    const [found] = lenses[0]?.pillars ?? [];
    expect(found?.questions.map(({ id }) => id)).toEqual(['q2', 'q1', 'gone']);
    expect(found?.questions[2]).toEqual({ id: 'gone', title: '', issues: [['9', 'Issue 9']] });
  });

  test('only what is to be listed is, and no question is left empty', () => {
    const isListed = ({ issueId }: Link) => issueId === '4';
    const triaged = triagedOf({ projectId: '10000', links: LINKS, isListed, review: REVIEW });
    expect(rowsOf(triaged)).toEqual([`${LENS} cost-optimization q1 4`]);
  });
});

describe('of links alone, as earlier versions left them', () => {
  test('titles are those that were written last, pillars go by their labels, risks are not known', () => {
    const triaged = triagedOf({ projectId: '10000', links: LINKS, isListed: all, review: undefined });
    expect(triaged.lenses).toEqual([
      {
        ...{ identity: LENS, name: '' },
        pillars: [
          {
            ...{ label: 'cost-optimization', name: '' },
            questions: [
              {
                ...{ id: 'q1', title: 'Issue 2', task: '2' },
                issues: [
                  ['3', 'Issue 3'],
                  ['4', 'Issue 4'],
                ],
              },
              { id: 'q2', title: '', issues: [['6', 'Issue 6']] },
            ],
          },
        ],
      },
    ]);
  });

  test('names are those that are remembered', () => {
    const names = { lenses: [{ identity: LENS, name: 'Main', pillars: [{ name: 'Cost Optimization' }] }] };
    const { lenses } = triagedOf({ projectId: '1', links: LINKS, isListed: all, review: undefined, names });
    expect(lenses.map(({ name, pillars }) => [name, pillars.map((each) => each.name)])).toEqual([
      ['Main', ['Cost Optimization']],
    ]);
  });
});

describe('one question anew', () => {
  test('leaves the others, keeps names and may empty a pillar', () => {
    const before = triagedOf({ projectId: '10000', links: LINKS, isListed: all, review: REVIEW });
    const of = { workload: WORKLOAD_ARN, lens: LENS, question: 'q1' };
    const nameless = { lenses: [{ ...lens('main', []), name: '', pillars: [] }] };
    const isListed = ({ issueId }: Link) => issueId === '3';
    const own = LINKS.filter(({ identity }) => identity.question === 'q1');
    const now = triagedOf({ projectId: '10000', links: own, isListed, review: nameless });
    const after = withQuestion(before, of, now);
    expect(rowsOf(after)).toEqual([`${LENS} cost-optimization q2 6`, `${LENS} cost-optimization q1 3`]);
    expect(after.lenses[0]?.pillars[0]?.questions[1]).toEqual({
      ...{ id: 'q1', title: 'Question q1', task: '2', issues: [['3', 'Practice p1']] },
    });
    expect(after.lenses[0]).toMatchObject({ name: 'Lens main', pillars: [{ name: 'Cost Optimization' }] });
    const none = { projectId: '10000', lenses: [] };
    const emptied = withQuestion(withQuestion(after, of, none), { ...of, question: 'q2' }, none);
    expect(emptied).toEqual(none);
  });

  test('says the same as all of them anew', () => {
    const shape = { lenses: 2, pillars: 2, questions: 3, choices: 3 };
    fc.assert(
      fc.property(someLinks(shape), fc.nat(), fc.func(fc.boolean()), (drawn, nth, isOpen) => {
        // A question sits in one pillar, and the pillar has one label.
        const links = drawn.map((each) => ({
          ...each,
          pillar: 'security',
          labels: ['well-architected', 'security'],
        }));
        const identity = links[nth % Math.max(1, links.length)]?.identity;
        if (identity?.question === undefined) return;
        const isIt = (each: Link) =>
          each.identity.lens === identity.lens && each.identity.question === identity.question;
        const later = (each: Link) => (isIt(each) ? isOpen(each.issueId) : true);
        const facts = { projectId: '1', review: undefined };
        const before = triagedOf({ ...facts, links, isListed: all });
        const now = triagedOf({ ...facts, links: links.filter(isIt), isListed: later });
        const whole = triagedOf({ ...facts, links, isListed: later });
        expect([...rowsOf(withQuestion(before, identity, now))].sort()).toEqual([...rowsOf(whole)].sort());
      }),
    );
  });
});
