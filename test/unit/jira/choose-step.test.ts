/** Which transition is next on the way to a target: a table of workflows, and what holds in all of them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseStep } from '../../../src/jira/client/choose-step';
import type { Transition } from '../../../src/jira/client/transition-schema';
import type { MoveTarget } from '../../../src/jira/jira';
import { MAX_STEPS, NO_GUIDE, type Guide } from '../../../src/jira/ways';

type Category = 'new' | 'indeterminate' | 'done';

const to = (id: string, statusCategory: Category, more: Partial<Transition> = {}): Transition => ({
  id: `to ${id}`,
  to: { id, name: id, statusCategory },
  fields: {},
  ...more,
});
const required = { fields: { why: { name: 'Why', required: true } } };
const hidden = { isAvailable: false };
const DONE: MoveTarget = { to: 'done' };
const OPEN: MoveTarget = { to: 'open' };
const VERIFIED: MoveTarget = { to: 'done', statusId: 'verified' };

interface Case {
  readonly offers: readonly Transition[];
  readonly target?: MoveTarget;
  readonly visited?: readonly string[];
  readonly guide?: Partial<Guide>;
}

const outcome = ({ offers, target = DONE, visited = ['open'], guide = {} }: Case): string => {
  const choice = chooseStep(offers, target, {
    visited,
    from: visited.at(-1)!,
    guide: { ...NO_GUIDE, ...guide },
  });
  if (choice.kind === 'refused') return choice.code;
  return 'transition' in choice ? `${choice.kind}: ${choice.transition.to.id}` : choice.kind;
};

describe('the next step', () => {
  test.each<[words: string, given: Case, expected: string]>([
    [
      'straight to done, if that is offered',
      { offers: [to('doing', 'indeterminate'), to('closed', 'done')] },
      'last: closed',
    ],
    [
      'else through a status in progress',
      { offers: [to('backlog', 'new'), to('doing', 'indeterminate')] },
      'through: doing',
    ],
    ['else through one to do', { offers: [to('backlog', 'new')] }, 'through: backlog'],
    [
      'the first of its category in Jira’s order',
      { offers: [to('b', 'indeterminate'), to('a', 'indeterminate')] },
      'through: b',
    ],
    ['never through another done status', { offers: [to('dropped', 'done')], target: VERIFIED }, 'nowhere'],
    [
      'past another done status',
      { offers: [to('dropped', 'done'), to('doing', 'indeterminate')], target: VERIFIED },
      'through: doing',
    ],
    [
      'never back',
      { offers: [to('open', 'new'), to('doing', 'indeterminate')], visited: ['open', 'doing'] },
      'nowhere',
    ],
    ['not in a circle: a global transition to where it is', { offers: [to('open', 'new')] }, 'nowhere'],
    [
      'never through a screen that demands something',
      { offers: [to('doing', 'indeterminate', required)] },
      'nowhere',
    ],
    [
      'not through a status whose condition fails',
      { offers: [to('doing', 'indeterminate', hidden), to('b', 'new')] },
      'through: b',
    ],
    [
      'no way around a condition',
      { offers: [to('closed', 'done', hidden), to('doing', 'indeterminate')] },
      'condition',
    ],
    [
      'a condition on one of two ways is no obstacle',
      { offers: [to('closed', 'done', hidden), to('closed', 'done')] },
      'last: closed',
    ],
    [
      'a condition before another done status is none',
      { offers: [to('dropped', 'done', hidden), to('b', 'new')], target: VERIFIED },
      'through: b',
    ],
    [
      'no way around a demand',
      { offers: [to('closed', 'done', required), to('doing', 'indeterminate')] },
      'required-fields',
    ],
    ['nothing is offered', { offers: [] }, 'no-permission-or-workflow'],
    [
      'the fifth step may end a walk',
      { offers: [to('closed', 'done')], visited: ['a', 'b', 'c', 'd', 'e'] },
      'last: closed',
    ],
    [
      'and may not go on with it',
      { offers: [to('f', 'new')], visited: ['a', 'b', 'c', 'd', 'e'] },
      'too-long',
    ],
    ['the fourth may', { offers: [to('f', 'new')], visited: ['a', 'b', 'c', 'd'] }, 'through: f'],
    [
      'the next one of a way that worked comes first',
      { offers: [to('x', 'indeterminate'), to('b', 'new')], guide: { next: new Map([['open', 'b']]) } },
      'through: b',
    ],
    [
      'then a status on a way that worked',
      { offers: [to('x', 'indeterminate'), to('b', 'new')], guide: { next: new Map([['b', 'closed']]) } },
      'through: b',
    ],
    [
      'a way that worked and is not offered now is no hindrance',
      { offers: [to('x', 'indeterminate')], guide: { next: new Map([['open', 'b']]) } },
      'through: x',
    ],
    [
      'none in which a walk got stuck',
      { offers: [to('x', 'indeterminate'), to('b', 'new')], guide: { avoid: new Set(['x']) } },
      'through: b',
    ],
    [
      'not even as the only one',
      { offers: [to('x', 'indeterminate')], guide: { avoid: new Set(['x']) } },
      'nowhere',
    ],
    [
      'reopening: any open status is the target',
      { offers: [to('dropped', 'done'), to('doing', 'indeterminate')], target: OPEN, visited: ['closed'] },
      'last: doing',
    ],
    [
      'reopening: never through another done status',
      { offers: [to('dropped', 'done')], target: OPEN, visited: ['closed'] },
      'nowhere',
    ],
    [
      'reopening: no way around a condition',
      { offers: [to('open', 'new', hidden)], target: OPEN, visited: ['closed'] },
      'condition',
    ],
  ])('%s', (_words, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });
});

describe('in any workflow', () => {
  const category = fc.constantFrom<Category>('new', 'indeterminate', 'done');
  const workflow = fc.integer({ min: 1, max: 9 }).chain((size) => {
    const status = fc.nat(size - 1);
    const edge = fc.record({ from: status, to: status, hidden: fc.boolean(), required: fc.boolean() });
    return fc.record({
      categories: fc.array(category, { minLength: size, maxLength: size }),
      edges: fc.array(edge, { maxLength: 30 }),
      starts: status,
      next: fc.array(fc.tuple(status, status), { maxLength: 4 }),
      avoid: fc.array(status, { maxLength: 3 }),
    });
  });

  test('a walk ends, in at most five steps, visits nothing twice, and passes no done status and no demand', () => {
    fc.assert(
      fc.property(workflow, fc.boolean(), ({ categories, edges, starts, next, avoid }, close) => {
        const target = close ? DONE : OPEN;
        const guide = {
          next: new Map(next.map(([a, b]) => [String(a), String(b)])),
          avoid: new Set(avoid.map(String)),
        };
        const offersAt = (id: string) =>
          edges
            .filter(({ from }) => String(from) === id)
            .map((edge) =>
              to(String(edge.to), categories[edge.to]!, {
                isAvailable: !edge.hidden,
                ...(edge.required ? required : {}),
              }),
            );
        const walked = [String(starts)];
        for (;;) {
          const step = chooseStep(offersAt(walked.at(-1)!), target, { visited: walked, from: '', guide });
          if (!('transition' in step)) break;
          const { transition } = step;
          expect([transition.isAvailable, Object.keys(transition.fields)]).toEqual([true, []]);
          expect(walked).not.toContain(step.kind === 'through' ? transition.to.id : '');
          const isDone = transition.to.statusCategory === 'done';
          expect(isDone).toBe(step.kind === 'last' && close);
          walked.push(transition.to.id);
          if (step.kind === 'last') break;
        }
        expect(walked.length - 1).toBeLessThanOrEqual(MAX_STEPS);
      }),
      { numRuns: 1000 },
    );
  });
});
