import { describe, expect, test } from '@jest/globals';
import { accepts, boardView } from '../../../sandbox/shell/board/board-view';
import { columnsOf } from '../../../sandbox/shell/board/columns';
import type { Issue, Status } from '../../../sandbox/shell/issues';

const status = (id: string, key: string): Status => ({ id, name: id, statusCategory: { key } });
const TO_DO = status('todo', 'new');
const DONE = status('done', 'done');

interface Wanted {
  readonly level?: number;
  readonly parent?: string;
  readonly at?: Status;
}

function issue(key: string, { level = 0, parent, at = TO_DO }: Wanted = {}): Issue {
  const issuetype = { id: `${level}`, name: 'type', hierarchyLevel: level };
  const fields = { summary: `Title of ${key}`, status: at, issuetype };
  const above = parent === undefined ? {} : { parent: { key: parent, fields } };
  return {
    id: key,
    key,
    fields: {
      ...fields,
      ...above,
      project: { id: '1', key: 'P', projectTypeKey: 'software' },
      labels: ['Labelled'],
      created: '',
      updated: '',
      description: null,
    },
    properties: {},
  };
}

const subtask = (key: string, parent: string, at?: Status) =>
  issue(key, { level: -1, parent, ...(at === undefined ? {} : { at }) });

describe('columns', () => {
  test('stand in the order of their categories', () => {
    const statuses = [DONE, status('doing', 'indeterminate'), TO_DO, status('later', 'new')];
    const names = columnsOf(statuses, [], 10).map((column) => column.status.name);
    expect(names).toEqual(['todo', 'later', 'doing', 'done']);
  });

  test('keep a Task and its Sub-tasks together, in the order of the first of them', () => {
    const issues = [
      issue('P-1'),
      issue('P-2'),
      subtask('P-3', 'P-2'),
      subtask('P-4', 'P-1'),
      subtask('P-5', 'P-9'),
    ];
    const [column] = columnsOf([TO_DO], issues, 10);
    expect(column?.groups.map(({ parent, cards }) => [parent?.key, ...cards.map(({ key }) => key)])).toEqual([
      [undefined, 'P-1', 'P-4'],
      [undefined, 'P-2', 'P-3'],
      ['P-9', 'P-5'],
    ]);
  });

  test('put a Task first even where its Sub-task came first', () => {
    const [column] = columnsOf([TO_DO], [subtask('P-1', 'P-2'), issue('P-2')], 10);
    expect(column?.groups.flatMap(({ cards }) => cards.map(({ key }) => key))).toEqual(['P-2', 'P-1']);
  });

  test('name the Task of Sub-tasks that stand in another column', () => {
    const [, done] = columnsOf([TO_DO, DONE], [issue('P-1'), subtask('P-2', 'P-1', DONE)], 10);
    expect(done?.groups).toMatchObject([{ parent: { key: 'P-1' }, cards: [{ key: 'P-2' }] }]);
  });

  test('show so many cards at most, and tell how many there are', () => {
    const issues = Array.from({ length: 5 }, (_, index) => issue(`P-${index}`));
    const [column] = columnsOf([TO_DO], issues, 3);
    expect(column?.total).toBe(5);
    expect(column?.groups.flatMap(({ cards }) => cards)).toHaveLength(3);
  });
});

describe('the filter', () => {
  test.each([
    ['tasks and sub-tasks without being asked', {}, [false, true, true]],
    ['epics', { level: 'epic' }, [true, false, false]],
    ['tasks', { level: 'task' }, [false, true, false]],
    ['sub-tasks', { level: 'subtask' }, [false, false, true]],
    ['what it does not know as if it were not there', { level: 'nonsense' }, [false, true, true]],
  ])('shows %s', (_name, query, expected) => {
    const view = boardView(query);
    expect([1, 0, -1].map((level) => accepts(view, issue('P-1', { level })))).toEqual(expected);
  });

  test.each([
    ['its key', 'p-1', true],
    ['a word of its title', ' TITLE ', true],
    ['a label', 'labelled', true],
    ['what it does not say', 'elsewhere', false],
  ])('finds a card by %s', (_name, text, found) => {
    expect(accepts(boardView({ text }), issue('P-1'))).toBe(found);
  });

  test.each([
    [undefined, 200],
    ['400', 400],
    ['0', 200],
    ['-5', 200],
    ['many', 200],
    ['1e9', 20_000],
  ])('shown=%s shows %d cards of a column', (shown, expected) => {
    expect(boardView(shown === undefined ? {} : { shown }).shown).toBe(expected);
  });
});
