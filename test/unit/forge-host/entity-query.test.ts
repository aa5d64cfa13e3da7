import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, keys, storage } from './entity-storage';

describe('a query', () => {
  function staff() {
    const site = storage();
    site.put('ann', { surname: 'Adams', age: 30, left: false });
    site.put('bob', { surname: 'Adams', age: 20, left: true, notes: 'on leave' });
    site.put('cid', { surname: 'Baker', age: 40 });
    site.put('dot', { surname: 'Adams', age: 20 });
    site.put('eve', { surname: 'Clark' });
    return site;
  }
  const by = (property: string, condition: string, ...values: unknown[]) => ({ property, condition, values });
  const range = (condition: string, ...values: unknown[]) => ({ range: { condition, values } });

  test.each<[string, object, string[]]>([
    ['by an attribute', { indexName: 'surname' }, ['ann', 'bob', 'dot', 'cid', 'eve']],
    ['leaves out rows without the attribute', { indexName: 'by-age' }, ['bob', 'dot', 'ann', 'cid']],
    ['backwards', { indexName: 'by-age', sort: 'DESC' }, ['cid', 'ann', 'dot', 'bob']],
    ['by key', { indexName: 'by-key', ...range('BEGINS_WITH', 'e') }, ['eve']],
    ['in a partition', { indexName: 'by-surname-age', partition: ['Adams'] }, ['bob', 'dot', 'ann']],
    [
      'in a partition and a range',
      { indexName: 'by-surname-age', partition: ['Adams'], ...range('GREATER_THAN', 20) },
      ['ann'],
    ],
    [
      'between two values, themselves included',
      { indexName: 'by-age', ...range('BETWEEN', 20, 30) },
      ['bob', 'dot', 'ann'],
    ],
    ['up to a value', { indexName: 'by-age', ...range('LESS_THAN_EQUAL_TO', 20) }, ['bob', 'dot']],
    ['below a value', { indexName: 'by-age', ...range('LESS_THAN', 20) }, []],
    ['from a value', { indexName: 'by-age', ...range('GREATER_THAN_EQUAL_TO', 30) }, ['ann', 'cid']],
    ['at a value', { indexName: 'surname', ...range('EQUAL_TO', 'Baker') }, ['cid']],
    ['from a beginning', { indexName: 'surname', ...range('BEGINS_WITH', 'C') }, ['eve']],
    [
      'that all filters let through',
      {
        indexName: 'by-age',
        filters: { and: [by('surname', 'EQUAL_TO', 'Adams'), by('left', 'NOT_EXISTS', true)] },
      },
      ['dot'],
    ],
    [
      'that one filter lets through',
      {
        indexName: 'by-age',
        filters: { or: [by('left', 'EQUAL_TO', true), by('surname', 'CONTAINS', 'ake')] },
      },
      ['bob', 'cid'],
    ],
    [
      'that have something',
      { indexName: 'by-age', filters: { and: [by('left', 'EQUAL_TO', true)] } },
      ['bob'],
    ],
    [
      'that have something else',
      { indexName: 'by-age', filters: { and: [by('surname', 'NOT_EQUAL_TO', 'Adams')] } },
      ['cid'],
    ],
    [
      'that do not contain something',
      { indexName: 'by-age', filters: { and: [by('surname', 'NOT_CONTAINS', 'da')] } },
      ['cid'],
    ],
  ])('finds rows %s', (_name, query, found) => {
    expect(keys(staff().find(query))).toEqual(found);
  });

  const indexName = 'by-age';
  test.each<[string, object, number, string]>([
    ['an entity that is not declared', { entityName: 'customer', indexName }, 404, 'SCHEMA_NOT_FOUND'],
    ['an index that is not declared', { indexName: 'by-pay' }, 400, 'INVALID_ENTITY_INDEX'],
    ['no partition where there is one', { indexName: 'by-surname-age' }, 400, 'VALIDATION_ERROR'],
    ['a partition where there is none', { indexName, partition: ['x'] }, 400, 'VALIDATION_ERROR'],
    [
      'a partition of another type',
      { indexName: 'by-surname-age', partition: [1] },
      400,
      'INCORRECT_PROPERTY_TYPE',
    ],
    ['a range of another type', { indexName, ...range('EQUAL_TO', '20') }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['half a range', { indexName, ...range('BETWEEN', 1) }, 400, 'INSUFFICIENT_FILTER_VALUES'],
    ['a range that only filters have', { indexName, ...range('CONTAINS', 'x') }, 400, 'VALIDATION_ERROR'],
    ['an empty filter', { indexName, filters: { and: [] } }, 400, 'EMPTY_FILTER_OPERATOR'],
    [
      'two kinds of filters',
      { indexName, filters: { and: [by('age', 'EQUAL_TO', 1)], or: [by('age', 'EQUAL_TO', 2)] } },
      400,
      'INVALID_FILTER_OPERATORS_COMBINATION',
    ],
    [
      'a filter on nothing',
      { indexName, filters: { and: [by('height', 'EXISTS', true)] } },
      400,
      'INVALID_ENTITY_ATTRIBUTE',
    ],
    [
      'more than 100 conditions',
      { indexName, filters: { or: Array.from({ length: 101 }, (_, i) => by('age', 'EQUAL_TO', i)) } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a filter on what has no type',
      { indexName, filters: { and: [by('notes', 'EXISTS', true)] } },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    ['a page of none', { indexName, limit: 0 }, 400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    ['a page of 101', { indexName, limit: 101 }, 400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    ['a cursor of nowhere', { indexName, cursor: 'nonsense' }, 400, 'INVALID_CURSOR'],
  ])('may not name %s', (_name, query, status, code) => {
    const answer = staff().find(query);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test('has 10 rows unless asked for more', () => {
    const { put, find } = storage();
    for (let i = 0; i < 30; i++) put(`k${i}`, { age: i });
    expect(keys(find({ indexName: 'by-age' }))).toHaveLength(10);
    expect(keys(find({ indexName: 'by-age', limit: 100 }))).toHaveLength(30);
  });

  test('goes on after rows that are gone, in either direction, with every row once', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 25 });
    const settings = fc.record({
      sort: fc.constantFrom('ASC', 'DESC'),
      limit: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(ages, settings, (all, { sort, limit }) => {
        const { ask, put, find } = storage();
        all.forEach((age, i) => put(`k${i}`, { age }));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = find({
            indexName: 'by-age',
            sort,
            limit,
            ...(cursor === undefined ? {} : { cursor }),
          });
          seen.push(...keys(page));
          for (const key of keys(page)) ask('entity/delete', { entityName: 'employee', key });
          ({ cursor } = page.body as { cursor?: string });
        } while (cursor !== undefined);
        const expected = [...all].sort((a, b) => (sort === 'ASC' ? a - b : b - a));
        expect(seen.map((key) => all[Number(key.slice(1))])).toEqual(expected);
        expect(new Set(seen).size).toBe(all.length);
      }),
    );
  });

  test('does not go on with the cursor of another one', () => {
    const { find } = staff();
    const { cursor } = find({ indexName: 'by-age', limit: 1 }).body as { cursor: string };
    expect(codeOf(find({ indexName: 'by-age', sort: 'DESC', cursor }))).toBe('INVALID_CURSOR');
    expect(codeOf(find({ indexName: 'surname', cursor }))).toBe('INVALID_CURSOR');
  });

  test('may lag where get does not', () => {
    const { ask, put, find, clock } = storage(5_000);
    put('k', { age: 1 });
    expect(keys(find({ indexName: 'by-age' }))).toEqual([]);
    expect(ask('entity/get', { entityName: 'employee', key: 'k' }).status).toBe(200);
    clock.advance(5_000);
    expect(keys(find({ indexName: 'by-age' }))).toEqual(['k']);
  });
});
