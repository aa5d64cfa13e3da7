import { describe, expect, it } from '@jest/globals';
import { parsePattern } from '../../../sandbox/aws/events/event-pattern';

const EVENT = {
  source: 'aws.wellarchitected',
  count: 3,
  yes: true,
  nothing: null,
  list: ['a', 'b'],
  empty: [],
  detail: { name: 'UpdateAnswer', who: { arn: 'arn:mine' } },
};

describe('an event pattern', () => {
  it.each<[string, object, boolean]>([
    ['a value of the list', { source: ['x', 'aws.wellarchitected'] }, true],
    ['no value of the list', { source: ['x', 'y'] }, false],
    ['a number', { count: [3] }, true],
    ['a number written as a text', { count: ['3'] }, false],
    ['true', { yes: [true] }, true],
    ['null', { nothing: [null] }, true],
    ['null, where the field is absent', { absent: [null] }, false],
    ['an element of a list', { list: ['b', 'c'] }, true],
    ['two fields, both right', { source: ['aws.wellarchitected'], count: [3] }, true],
    ['two fields, one wrong', { source: ['aws.wellarchitected'], count: [4] }, false],
    ['a nested field', { detail: { name: ['UpdateAnswer'] } }, true],
    ['a field under a text', { source: { name: ['x'] } }, false],
    ['an object where a value is asked for', { detail: ['x'] }, false],
    ['a prefix', { source: [{ prefix: 'aws.' }] }, true],
    ['another prefix', { source: [{ prefix: 'AWS.' }] }, false],
    ['a prefix of a number', { count: [{ prefix: '3' }] }, false],
    ['exists', { detail: { who: { arn: [{ exists: true }] } } }, true],
    ['exists, of an object, which is no leaf', { detail: { who: [{ exists: true }] } }, false],
    ['exists not, of an object, which is no leaf', { detail: { who: [{ exists: false }] } }, true],
    ['exists not', { absent: [{ exists: false }] }, true],
    ['exists not, its parents neither', { absent: { deeper: { leaf: [{ exists: false }] } } }, true],
    ['exists not, but it does', { source: [{ exists: false }] }, false],
    ['anything but another', { source: [{ 'anything-but': 'x' }] }, true],
    ['anything but this one', { source: [{ 'anything-but': ['x', 'aws.wellarchitected'] }] }, false],
    ['anything but, where the field is absent', { absent: [{ 'anything-but': ['x'] }] }, false],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    ['absent or anything but: absent', { absent: [{ exists: false }, { 'anything-but': ['x'] }] }, true],
    ['absent or anything but: another', { source: [{ exists: false }, { 'anything-but': ['x'] }] }, true],
    ['absent or anything but: that one', { count: [{ exists: false }, { 'anything-but': [3] }] }, false],
    ['$or, the second', { $or: [{ source: ['x'] }, { count: [3] }] }, true],
    ['$or, neither', { $or: [{ source: ['x'] }, { count: [4] }] }, false],
    ['$or beside a wrong field', { yes: [false], $or: [{ source: ['x'] }, { count: [3] }] }, false],
    ['$or within', { detail: { $or: [{ name: ['x'] }, { who: { arn: ['arn:mine'] } }] } }, true],
  ])('%s', (_what, pattern, matches) => {
    expect(parsePattern(pattern)(EVENT)).toBe(matches);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'an object with fields'],
    ['a list', [], 'an object with fields'],
    ['a field without a list', { source: 'x' }, 'an object with fields'],
    ['an empty list', { source: [] }, 'the list of source is empty'],
    ['two operators at once', { source: [{ prefix: 'a', exists: true }] }, 'condition'],
    ['an operator that is not known here', { source: [{ suffix: 'a' }] }, 'the operator suffix'],
    ['anything but nothing', { source: [{ 'anything-but': [] }] }, 'anything-but of source'],
    ['anything but null', { source: [{ 'anything-but': [null] }] }, 'anything-but of source'],
    ['exists, as a text', { source: [{ exists: 'false' }] }, 'exists of source'],
    ['$or with one alternative', { $or: [{ source: ['x'] }] }, '$or'],
  ])('is refused: %s', (_what, pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });
});
