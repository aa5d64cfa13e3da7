/** A workflow of several steps: an issue is walked to its target, and people act between the steps. */
import { describe, expect, test } from '@jest/globals';
import { moveIssue } from '../../../src/jira/client/move-issue';
import { SILENCE, type Given, type Sent } from './fake-jira';
import { flow } from './flow';
import { worded } from './worded';
import { CLOSE, FIXED, REOPEN, field, resolution, status, transition } from './workflow';

const OPEN = status('1', 'Open', 'new');
const DOING = status('2', 'Doing', 'indeterminate');
const REVIEW = status('3', 'Review', 'indeterminate');
const CLOSED = status('4', 'Closed', 'done');
const BLOCKED = status('5', 'Blocked', 'indeterminate');
const statuses = [OPEN, DOING, REVIEW, CLOSED, BLOCKED];

/** Open → Doing → Review → Closed, with ways back. */
const offers = {
  '1': [transition('11', DOING)],
  '2': [transition('20', OPEN), transition('21', REVIEW)],
  '3': [transition('30', DOING), transition('31', CLOSED, resolution([FIXED]))],
  '4': [transition('41', OPEN)],
};
const LONG = { statuses, offers, starts: '1' };
const named = (...of: readonly { id: string; name: string }[]) => of.map(({ id, name }) => ({ id, name }));
const posts = (sent: readonly Sent[]) => sent.filter(({ method }) => method === 'POST');

test('an issue is walked to done, and only the last step sends fields', async () => {
  const jira = flow(LONG);
  expect(await moveIssue(jira.http, '7', CLOSE)).toEqual({
    kind: 'applied',
    walked: named(OPEN, DOING, REVIEW, CLOSED),
  });
  expect(posts(jira.sent).map(({ body }) => body)).toEqual([
    { transition: { id: '11' } },
    { transition: { id: '21' } },
    { transition: { id: '31' }, fields: { resolution: { id: '1' } } },
  ]);
  // Read, asked, moved: each step anew.
  expect(
    jira.sent.map(({ method, path }) => (method === 'POST' ? 'move' : path.includes('tr') ? 'ask' : 'read')),
  ).toEqual(['read', 'ask', 'move', 'read', 'ask', 'move', 'read', 'ask', 'move']);
  expect(jira.sent[1]?.path).toContain('includeUnavailableTransitions=true');
});

test('and back in one step, as every open status is the target', async () => {
  const jira = flow({ ...LONG, starts: '4' });
  expect(await moveIssue(jira.http, '7', REOPEN)).toEqual({ kind: 'applied', walked: named(CLOSED, OPEN) });
});

test('a way that worked is taken again', async () => {
  const both = { ...offers, '1': [transition('12', BLOCKED), transition('11', DOING)], '5': [] };
  const guide = {
    next: new Map([
      ['1', '2'],
      ['2', '3'],
      ['3', '4'],
    ]),
    avoid: new Set<string>(),
  };
  const guided = flow({ ...LONG, offers: both });
  expect(await moveIssue(guided.http, '7', CLOSE, guide)).toMatchObject({ kind: 'applied' });
  const blind = flow({ ...LONG, offers: both });
  expect(await moveIssue(blind.http, '7', CLOSE)).toMatchObject({ kind: 'stuck', at: { name: 'Blocked' } });
});

describe('an issue that gets stuck is told with its status', () => {
  test.each<[string, Readonly<Record<string, ReturnType<typeof transition>[]>>, string[], string]>([
    [
      'no way on',
      { ...offers, '3': [transition('30', DOING)] },
      ['1', '2', '3'],
      'no transition from "Review"',
    ],
    [
      'a condition',
      {
        ...offers,
        '2': [{ ...transition('22', CLOSED), isAvailable: false } as never, transition('21', REVIEW)],
      },
      ['1', '2'],
      'leads from "Doing" to Closed (4), but not this work item',
    ],
    [
      'a screen with required fields',
      { ...offers, '3': [transition('31', CLOSED, { why: field('Why') })] },
      ['1', '2', '3'],
      'The transition from "Review" requires fields',
    ],
    ['nothing offered any more', { ...offers, '2': [] }, ['1', '2'], 'offers no transition from "Doing"'],
  ])('%s', async (_words, given, had, words) => {
    const jira = flow({ ...LONG, offers: given });
    const answer = worded(await moveIssue(jira.http, '7', CLOSE));
    const at = statuses.find(({ id }) => id === had.at(-1))!;
    expect(answer).toMatchObject({ kind: 'stuck', at: { id: at.id, name: at.name } });
    expect('reason' in answer && answer.reason).toContain(words);
    expect(jira.had).toEqual(had);
  });

  test('a validator on the way is stuck; the same one at the first step leaves the issue where it was', async () => {
    const refusing = (nth: number) => {
      let asked = 0;
      return ({ method }: Sent): Given | undefined =>
        method === 'POST' && ++asked === nth ? { status: 400, body: { errorMessages: ['No.'] } } : undefined;
    };
    const second = flow({ ...LONG, before: refusing(2) });
    expect(await moveIssue(second.http, '7', CLOSE)).toMatchObject({ kind: 'stuck', at: { name: 'Doing' } });
    const first = flow({ ...LONG, before: refusing(1) });
    expect(await moveIssue(first.http, '7', CLOSE)).toMatchObject({ kind: 'refused', code: 'refused' });
  });
});

describe('between two steps', () => {
  /** What happens directly before the n-th request of a kind. */
  const beforeThe = (
    nth: number,
    isIt: (sent: Sent) => boolean,
    happens: (people: { moveTo(id: string): void }) => void,
  ) => {
    let seen = 0;
    return (sent: Sent, people: { moveTo(id: string): void }): undefined => {
      if (isIt(sent) && ++seen === nth) happens(people);
    };
  };
  const reads = ({ path }: Sent) => path.endsWith('fields=status');

  test.each<[string, string, object]>([
    ['somewhere else: there it stays', '5', { kind: 'interrupted', at: { id: '5', name: 'Blocked' } }],
    ['back: there it stays', '1', { kind: 'interrupted', at: { id: '1', name: 'Open' } }],
    ['to the target: nothing is left to do', '4', { kind: 'applied' }],
  ])('a person moves the issue %s', async (_words, to, expected) => {
    const jira = flow({ ...LONG, before: beforeThe(2, reads, (people) => people.moveTo(to)) });
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject(expected);
    expect(jira.had).toEqual(['1', '2', to]);
    expect(posts(jira.sent)).toHaveLength(1);
  });

  test.each<[string, Given]>([
    ['lost', SILENCE],
    ['a 500', { status: 500 }],
    ['a conflict', { status: 409 }],
  ])('an answer that is %s is settled by the status: the step is not made twice', async (_words, answer) => {
    const jira = flow({
      ...LONG,
      after: ({ body }) => (JSON.stringify(body).includes('"11"') ? answer : undefined),
    });
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({ kind: 'applied' });
    expect(jira.had).toEqual(['1', '2', '3', '4']);
    expect(posts(jira.sent)).toHaveLength(3);
  });

  test('a failure that stays is told with the status that was reached', async () => {
    const failing = (sent: Sent, { had }: { readonly had: readonly string[] }): Given | undefined =>
      sent.method === 'POST' && had.length > 1 ? { status: 502 } : undefined;
    const jira = flow({ ...LONG, before: failing });
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({
      kind: 'interrupted',
      at: { name: 'Doing' },
    });
  });

  test('a quota is thrown: the run waits, and goes on from the status that was reached', async () => {
    const headers = { 'RateLimit-Reason': 'jira-quota-global-based' };
    let used = true;
    const jira = flow({
      ...LONG,
      before: (_, { had }) => (used && had.length > 1 ? { status: 429, headers } : undefined),
    });
    await expect(moveIssue(jira.http, '7', CLOSE)).rejects.toMatchObject({ details: { code: '429' } });
    used = false;
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({ walked: named(DOING, REVIEW, CLOSED) });
  });

  test('an issue that is deleted on the way is told', async () => {
    const jira = flow({ ...LONG, before: (_, { had }) => (had.length > 1 ? { status: 404 } : undefined) });
    expect(await moveIssue(jira.http, '7', CLOSE)).toMatchObject({
      kind: 'interrupted',
      at: { name: 'Doing' },
    });
  });
});
