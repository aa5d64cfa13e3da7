import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkTransformer, transformed } from '../../../sandbox/aws/events/input-transformer';

const EVENT = { id: 'i-1', time: 'now', detail: { state: 'RUNNING', count: 2, on: true, more: { a: [1] } } };
const PATHS = {
  id: '$.id',
  state: '$.detail.state',
  count: '$.detail.count',
  on: '$.detail.on',
  more: '$.detail.more',
  absent: '$.detail.absent.deeper',
};

describe('an input transformer', () => {
  it.each<[string, string, string | undefined]>([
    ['a value for itself is JSON', '{"a": <id>, "b": <count>, "c": <on>}', '{"a":"i-1","b":2,"c":true}'],
    ['a value within quotes is a part of the text', '{"a": "<id> is <state>"}', '{"a":"i-1 is RUNNING"}'],
    ['a number within quotes', '{"a": "<count>"}', '{"a":"2"}'],
    ['an object', '{"a": <more>}', '{"a":{"a":[1]}}'],
    ['escaped quotes do not end the text', '{"a": "say \\"<id>\\""}', '{"a":"say \\"i-1\\""}'],
    ['a text alone', '"<id> is <state>"', '"i-1 is RUNNING"'],
    ['a path that is absent, within quotes', '{"a": "<absent>"}', '{"a":""}'],
    ['a path that is absent, for itself: no JSON, nothing is sent', '{"a": <absent>}', undefined],
    ['blanks and line ends go', '{\n  "a": 1 }', '{"a":1}'],
  ])('%s', (_what, template, body) => {
    expect(transformed({ paths: PATHS, template }, EVENT)).toBe(body);
  });

  it('does not escape what stands within quotes', () => {
    const transformer = { paths: { id: '$.id' }, template: '{"a": "<id>"}' };
    expect(transformed(transformer, { id: 'x", "b": "y' })).toBe('{"a":"x","b":"y"}');
    expect(transformed(transformer, { id: '"' })).toBeUndefined();
  });

  it('for itself, any value arrives as it is', () => {
    const transformer = { paths: { v: '$.v' }, template: '{"v": <v>}' };
    fc.assert(
      fc.property(fc.jsonValue(), (v) => {
        expect(transformed(transformer, { v })).toBe(JSON.stringify({ v }));
      }),
    );
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['a variable that is not defined', {}, '{"a": "<id>"}', 'unknown <id>'],
    ['a reserved variable', {}, '{"a": <aws.events.event.json>}', 'unknown <aws.events.event.json>'],
    ['an index', { id: '$.list[0]' }, '"<id>"', 'the path $.list[0]'],
    ['a path from nowhere', { id: 'id' }, '"<id>"', 'the path id'],
    ['a name with a blank', { 'i d': '$.id' }, '""', 'i d cannot be'],
    ['too long a template', {}, `"${'x'.repeat(8191)}"`, '8192'],
  ])('is refused: %s', (_what, paths, template, message) => {
    expect(() => checkTransformer({ paths, template })).toThrow(message);
  });
});
