/** Texts that others will read, or Jira and AWS get, say what they show. */
import { describe, expect, test } from '@jest/globals';
import { hidesCharacters, holdsUnwritable } from '../../../src/hidden-characters';
import { fieldValuesSchema } from '../../../src/settings/field-values';
import { selectionSchema } from '../../../src/settings/selection';

describe.each([
  // text, refused in one line, refused in a text of several
  ['NUL', 'a\u0000b', true, true],
  ['another direction', 'a\u202eb', true, true],
  ['an isolate', 'a\u2066b', true, true],
  ['half a character', 'a\ud83d', true, true],
  ['a line end', 'a\nb', true, false],
  ['a joined emoji', '\u{1F469}\u200d\u{1F4BB}', true, false],
  ['nothing to see', '\u200b', true, false],
  ['letters of any script', 'é\u05d0\u0915\u{1F600}\ufe0f', false, false],
])('%s', (_, text, inLine, inText) => {
  test('in a line and in a text', () => {
    expect([hidesCharacters(text), holdsUnwritable(text)]).toEqual([inLine, inText]);
  });

  test('in the settings that take it', () => {
    const takes = (value: unknown) =>
      fieldValuesSchema.safeParse([{ issueTypeId: '1', fieldId: 'customfield_1', value }]).success;
    expect([takes(text), takes([text])]).toEqual([!inText, !inText]);
    const selects = (selection: unknown) => selectionSchema.safeParse(selection).success;
    expect([
      selects({ lensAliases: [text] }),
      selects({ questionIds: [text] }),
      selects({ selectedPillars: [{ PillarId: text }] }),
    ]).toEqual([!inLine, !inLine, !inLine]);
  });
});
