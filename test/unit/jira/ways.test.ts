/** What is remembered of the ways that issues took, and what follows for the next ones. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseStep } from '../../../src/jira/client/choose-step';
import {
  guideFor,
  learn,
  MAX_STEPS,
  stillStuck,
  targetName,
  wayFrom,
  type Walked,
  type Way,
} from '../../../src/jira/ways';

const KIND = { issueTypeId: 't', to: 'done' };
const steps = (names: string) => names.split('').map((id) => ({ id, name: id.toUpperCase() }));
const walked = (names: string, end: Walked['end'] = 'there', issueId = '1'): Walked => ({
  ...{ ...KIND, level: 'task', issueId, steps: steps(names), end },
});
const after = (...walks: readonly Walked[]) =>
  walks.reduce<readonly Way[]>((ways, each) => learn(ways, each), []);
const told = (ways: readonly Way[]) =>
  ways.map(
    (way) =>
      `${way.steps.map(({ id }) => id).join('')}${way.stuckAt ? ` stuck: ${way.stuckAt.issueId}` : ''}`,
  );

describe('learning', () => {
  test.each<[words: string, walks: readonly Walked[], ways: readonly string[]]>([
    ['a way that worked is kept', [walked('abz')], ['abz']],
    ['once', [walked('abz'), walked('abz')], ['abz']],
    ['also where a longer one says the same', [walked('abz'), walked('bz')], ['abz']],
    ['the longer one takes the place of what it says', [walked('bz'), walked('abz')], ['abz']],
    ['another start is another way', [walked('abz'), walked('cz')], ['cz', 'abz']],
    ['the newest first, in place of that from the same status', [walked('abz'), walked('acz')], ['acz']],
    ['a walk that got stuck is kept with its issue', [walked('ab', 'stuck', '7')], ['ab stuck: 7']],
    [
      'it goes on where it got stuck',
      [walked('ab', 'stuck', '7'), walked('bc', 'stuck', '7')],
      ['abc stuck: 7'],
    ],
    [
      'and once it got through, its way is whole',
      [walked('ab', 'stuck', '7'), walked('bz', 'there', '7')],
      ['abz'],
    ],
    [
      'a way that two runs had gone in a circle is none',
      [walked('ab', 'stuck', '7'), walked('baz', 'there', '7')],
      ['baz'],
    ],
    ['stuck on a way that worked: it is known no more', [walked('abz'), walked('ab', 'stuck', '7')], []],
    [
      'and a second one on it is remembered',
      [walked('abz'), walked('ab', 'stuck', '7'), walked('ab', 'stuck', '8')],
      ['ab stuck: 8'],
    ],
  ])('%s', (_words, walks, ways) => {
    expect(told(after(...walks))).toEqual(ways);
  });

  test('types and targets know nothing of one another', () => {
    const ways = after(
      walked('abz'),
      { ...walked('acz'), to: 'open' },
      { ...walked('ac', 'stuck'), issueTypeId: 'u' },
    );
    expect(wayFrom(ways, KIND, 'a')).toEqual(steps('abz'));
    expect(wayFrom(ways, { ...KIND, to: 'open' }, 'a')).toEqual(steps('acz'));
    expect(wayFrom(ways, { ...KIND, issueTypeId: 'u' }, 'a')).toBeUndefined();
    expect(guideFor(ways, KIND).avoid.size).toBe(0);
  });

  test('a hundred ways are kept of a project', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ ...walked('abz'), issueTypeId: `${index}` }));
    expect(after(...many)).toHaveLength(100);
  });
});

test('a guide leads along ways that worked, and keeps out of statuses where one got stuck, unless they are on such a way', () => {
  const { next, avoid } = guideFor(after(walked('acd', 'stuck', '7'), walked('cez', 'there', '8')), KIND);
  expect([...next]).toEqual([
    ['c', 'e'],
    ['e', 'z'],
  ]);
  expect([...avoid]).toEqual(['a', 'd']);
});

test('a walk is forgotten once its issue has left the status where it got stuck', () => {
  const ways = after(walked('ab', 'stuck', '7'), walked('cd', 'stuck', '8'), walked('xz'));
  const statuses = new Map([
    ['7', 'b'],
    ['8', 'z'],
  ]);
  expect(told(stillStuck(ways, (id) => statuses.get(id)))).toEqual(['xz', 'ab stuck: 7']);
});

test('a target is named with its status, where one is meant', () => {
  expect([
    targetName({ to: 'open' }),
    targetName({ to: 'done' }),
    targetName({ to: 'done', statusId: '9' }),
  ]).toEqual(['open', 'done', 'done:9']);
});

test('in any workflow, however often runs begin anew: few issues get stuck before no more are led astray', () => {
  const category = fc.constantFrom('new', 'indeterminate', 'done');
  const workflow = fc.integer({ min: 2, max: 8 }).chain((size) => {
    const status = fc.nat(size - 1);
    return fc.record({
      categories: fc.array(category, { minLength: size, maxLength: size }),
      edges: fc.array(fc.tuple(status, status), { maxLength: 20 }),
      starts: fc.array(status, { minLength: 1, maxLength: 12 }),
    });
  });
  fc.assert(
    fc.property(workflow, ({ categories, edges, starts }) => {
      const offers = (id: string) =>
        edges
          .filter(([from]) => String(from) === id)
          .map(([, to]) => ({
            id: String(to),
            to: { id: String(to), name: '', statusCategory: categories[to] as 'new' },
            fields: {},
          }));
      const places = starts.map(String);
      let ways: readonly Way[] = [];
      let stuck = 0;
      for (let run = 0; run < 6; run++) {
        places.forEach((place, issue) => {
          if (categories[Number(place)] === 'done') return;
          const visited = [place];
          let end: Walked['end'] = 'stuck';
          for (;;) {
            const walk = { visited, from: '', guide: guideFor(ways, KIND) };
            const step = chooseStep(offers(visited.at(-1)!), { to: 'done' }, walk);
            if (!('transition' in step)) break;
            visited.push(step.transition.to.id);
            if (step.kind === 'last') end = 'there';
            if (step.kind === 'last') break;
          }
          if (visited.length < 2) return;
          if (end === 'stuck') stuck += 1;
          expect(visited.length - 1).toBeLessThanOrEqual(MAX_STEPS);
          places[issue] = visited.at(-1)!;
          const named = visited.map((id) => ({ id, name: id }));
          ways = learn(ways, { ...KIND, level: 'task', issueId: `${issue}`, steps: named, end });
        });
      }
      expect(stuck).toBeLessThanOrEqual(categories.length);
    }),
    { numRuns: 2000 },
  );
});
