import { describe, expect, test } from '@jest/globals';
import { codeOf, storage } from './entity-storage';

describe('several operations in one request', () => {
  const entityName = 'employee';
  const aged = (condition: string, ...values: unknown[]) => ({
    conditions: { and: [{ property: 'age', condition, values }] },
  });

  function shared() {
    const site = storage();
    site.put('ann', { surname: 'Adams', age: 30 });
    const ages = () => {
      const { body } = site.ask('entity/get', { entityName, key: 'ann' });
      return (body as { value?: { age: number } }).value?.age;
    };
    return { ...site, ages };
  }

  test.each<[string, object, number, string | undefined]>([
    [
      'a condition that holds',
      { set: [{ entityName, key: 'ann', value: { age: 31 }, ...aged('EQUAL_TO', 30) }] },
      204,
      undefined,
    ],
    [
      'a condition that does not',
      { set: [{ entityName, key: 'ann', value: { age: 31 }, ...aged('EQUAL_TO', 29) }] },
      400,
      'CONDITIONAL_CHECK_FAILED',
    ],
    [
      'a condition on what is not there',
      { set: [{ entityName, key: 'new', value: { age: 31 }, ...aged('NOT_EXISTS', true) }] },
      400,
      'CONDITIONAL_CHECK_FAILED',
    ],
    ['a check that holds', { check: [{ entityName, key: 'ann', ...aged('LESS_THAN', 31) }] }, 204, undefined],
    [
      'a check that does not',
      { set: [{ key: 'plain', value: 1 }], check: [{ entityName, key: 'ann', ...aged('GREATER_THAN', 30) }] },
      400,
      'CONDITIONAL_CHECK_FAILED',
    ],
    ['a check without conditions', { check: [{ entityName, key: 'ann' }] }, 400, 'VALIDATION_ERROR'],
    [
      'a condition on a plain value',
      { delete: [{ key: 'plain', ...aged('EXISTS', true) }] },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a delete whose condition holds',
      { delete: [{ entityName, key: 'ann', ...aged('EQUAL_TO', 30) }] },
      204,
      undefined,
    ],
    [
      'an entity that is not declared',
      { set: [{ entityName: 'customer', key: 'k', value: {} }] },
      404,
      'SCHEMA_NOT_FOUND',
    ],
    [
      'a wrong type',
      { set: [{ entityName, key: 'k', value: { age: 'old' } }] },
      400,
      'INCORRECT_PROPERTY_TYPE',
    ],
    [
      'a key policy',
      { set: [{ key: 'k', value: 1, options: { keyPolicy: 'OVERRIDE' } }] },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a key in two spaces',
      {
        set: [
          { entityName, key: 'ann', value: { age: 1 } },
          { key: 'ann', value: 1 },
        ],
      },
      204,
      undefined,
    ],
    [
      'a key twice in one',
      { set: [{ entityName, key: 'ann', value: { age: 1 } }], delete: [{ entityName, key: 'ann' }] },
      400,
      'KEY_DUPLICATION_ERROR',
    ],
  ])('a transaction with %s', (_name, request, status, code) => {
    const answer = shared().ask('transaction', request);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test('a transaction that fails writes nothing', () => {
    const { ask, ages } = shared();
    const set = [
      { entityName, key: 'ann', value: { age: 31 } },
      { key: 'plain', value: 1 },
    ];
    ask('transaction', { set, check: [{ entityName, key: 'gone', ...aged('EXISTS', true) }] });
    expect(ages()).toBe(30);
    expect(ask('get', { key: 'plain' }).status).toBe(404);
  });

  test('a batch works on plain values and entities, and names what failed', () => {
    const { ask } = shared();
    const items = [
      { key: 'ann', value: 'plain' },
      { entityName, key: 'ann', value: { age: 32 } },
      { entityName, key: 'bob', value: { age: 'old' } },
      { entityName: 'customer', key: 'ann', value: {} },
    ];
    expect(ask('batch/set', items).body).toMatchObject({
      successfulKeys: [{ key: 'ann' }, { key: 'ann', entityName }],
      failedKeys: [
        { key: 'bob', entityName, error: { code: 'INCORRECT_PROPERTY_TYPE' } },
        { key: 'ann', entityName: 'customer', error: { code: 'SCHEMA_NOT_FOUND' } },
      ],
    });
    expect(ask('batch/get', [{ key: 'ann' }, { key: 'ann', entityName }]).body).toMatchObject({
      successfulKeys: [{ value: 'plain' }, { entityName, value: { age: 32 } }],
      failedKeys: [],
    });
    ask('batch/delete', [{ key: 'ann', entityName }]);
    expect(ask('get', { key: 'ann' }).status).toBe(200);
    expect(ask('entity/get', { key: 'ann', entityName }).status).toBe(404);
  });
});
