import { describe, expect, test } from '@jest/globals';
import { entitySchemas, type RawEntity } from '../../../sandbox/forge/kvs/entities/schema';
import { codeOf, EMPLOYEE, keys, storage } from './entity-storage';

describe('a value of an entity', () => {
  test.each<[string, string, unknown, number, string | undefined]>([
    [
      'with every type',
      'employee',
      { surname: 'A', age: 3, pay: 1.5, left: true, notes: [null] },
      204,
      undefined,
    ],
    ['without some attributes', 'employee', { age: 3 }, 204, undefined],
    ['with the greatest integer', 'employee', { age: 2_147_483_647 }, 204, undefined],
    ['with a greater one', 'employee', { age: 2_147_483_648 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with the least integer', 'employee', { age: -2_147_483_648 }, 204, undefined],
    ['with half an integer', 'employee', { age: 1.5 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with a number as text', 'employee', { age: '5' }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with a text as number', 'employee', { surname: 5 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with no boolean', 'employee', { left: 'no' }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with null', 'employee', { surname: null }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['with an attribute that is not declared', 'employee', { height: 1 }, 400, 'INVALID_ENTITY_ATTRIBUTE'],
    ['that is no object', 'employee', 'text', 400, 'INVALID_ENTITY_VALUE'],
    ['that orders an index with 900 bytes', 'employee', { surname: 'é'.repeat(450) }, 204, undefined],
    ['that orders an index with 901 bytes', 'employee', { surname: `${'é'.repeat(450)}x` }, 400, 'MAX_SIZE'],
    ['that is long where nothing is ordered by it', 'employee', { notes: 'x'.repeat(901) }, 204, undefined],
    ['that is too big', 'employee', { notes: 'x'.repeat(240 * 1024) }, 400, 'MAX_SIZE'],
    ['of an entity that is not declared', 'customer', { age: 1 }, 404, 'SCHEMA_NOT_FOUND'],
  ])('%s', (_name, entityName, value, status, code) => {
    const answer = storage().ask('entity/set', { entityName, key: 'k', value });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test.each([
    ['a whole year', { value: 365, unit: 'DAYS' }, undefined],
    ['longer than a year', { value: 366, unit: 'DAYS' }, 'INVALID_TTL'],
    ['no time at all', { value: 0, unit: 'SECONDS' }, 'INVALID_TTL'],
  ])('that lives %s', (_name, ttl, code) => {
    const body = { entityName: 'employee', key: 'k', value: { age: 1 }, options: { ttl } };
    expect(codeOf(storage().ask('entity/set', body))).toBe(code);
  });
});

test('each entity has keys of its own, apart from plain ones', () => {
  const { ask, put } = storage();
  put('k', { age: 1 });
  ask('entity/set', { entityName: 'team', key: 'k', value: { size: 2 } });
  ask('set', { key: 'k', value: 3 });
  expect(ask('entity/get', { entityName: 'employee', key: 'k' })).toMatchObject({
    status: 200,
    body: { entityName: 'employee', value: { age: 1 } },
  });
  ask('entity/delete', { entityName: 'employee', key: 'k' });
  expect(codeOf(ask('entity/get', { entityName: 'employee', key: 'k' }))).toBe('KEY_NOT_FOUND');
  expect(ask('entity/get', { entityName: 'team', key: 'k' })).toMatchObject({ body: { value: { size: 2 } } });
  expect(ask('get', { key: 'k' })).toMatchObject({ body: { value: 3 } });
  expect(keys(ask('query', {}))).toEqual(['k']);
});

describe('a manifest cannot declare', () => {
  test.each<[string, RawEntity['indexes'], string]>([
    ['an index over nothing', ['height'], 'names no attribute "height"'],
    ['a partition by nothing', [{ name: 'i', partition: ['x'], range: ['age'] }], 'names no attribute "x"'],
    ['a range of two', [{ name: 'i', range: ['age', 'pay'] }], 'must have a range of one attribute'],
    [
      'the index that every entity has',
      [{ name: 'by-key', range: ['age'] }],
      'by-key is declared twice or reserved',
    ],
    ['an index twice', ['age', { name: 'age', range: ['pay'] }], 'age is declared twice'],
  ])('%s', (_name, indexes = [], message) => {
    expect(() => entitySchemas([{ ...EMPLOYEE, indexes }])).toThrow(message);
  });
});
