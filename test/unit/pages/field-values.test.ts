/** What a form shows of a value, and what it makes of what is typed or chosen. */
import { describe, expect, test } from '@jest/globals';
import {
  chosenOf,
  contentIn,
  contentOfChosen,
  optionsOf,
  textOf,
  withContent,
  withoutGaps,
} from '../../../static/app/src/features/settings/field-values';
import type { FieldKind } from '../../../src/contract';

const at = (fieldId: string, value: string | readonly string[]) => ({ issueTypeId: '1', fieldId, value });

describe('values', () => {
  test('change where they stand, come last, and the last one gone leaves no setting', () => {
    const two = [at('a', '1'), at('b', '2')];
    expect(withContent(two, '1', 'a', '3')).toEqual([at('a', '3'), at('b', '2')]);
    expect(withContent(two, '2', 'a', '3')).toEqual([...two, { issueTypeId: '2', fieldId: 'a', value: '3' }]);
    expect(withContent(two, '1', 'a', undefined)).toEqual([at('b', '2')]);
    expect(withContent([at('a', '1')], '1', 'a', undefined)).toBeUndefined();
  });

  test('are saved without what a comma leaves over', () => {
    const settings = { issueManagementStatus: 'INHERIT' } as const;
    const fieldValues = [at('a', ['x', '']), at('b', ['']), at('c', 'y')];
    expect(withoutGaps({ ...settings, fieldValues }).fieldValues).toEqual([at('a', ['x']), at('c', 'y')]);
    expect(withoutGaps({ ...settings, fieldValues: [at('b', [''])] })).toEqual(settings);
  });
});

test.each<[FieldKind, string, unknown]>([
  ['text', 'one, two', 'one, two'],
  ['number', '7', '7'],
  ['labels', 'one, two', ['one', 'two']],
  ['labels', 'one, ', ['one', '']],
  ['users', ' ', undefined],
  ['text', '', undefined],
])('a %s of "%s"', (kind, text, content) => {
  expect(contentIn(kind, text)).toEqual(content);
  if (content !== undefined) expect(textOf(contentIn(kind, text))).toBe(text);
});

test('a cascading list is one list, whose choices hold both ids', () => {
  const options = [{ id: '1', name: 'North', children: [{ id: '11', name: 'Oslo' }] }];
  const field = { id: 'f', name: 'Area', kind: 'cascading', required: true, options } as const;
  const offered = optionsOf({ ...field, options: [...options] });
  expect(offered.map(({ label }) => label)).toEqual(['North', 'North › Oslo']);
  for (const { value } of offered)
    expect(chosenOf('cascading', contentOfChosen('cascading', [value]))).toEqual([value]);
});
