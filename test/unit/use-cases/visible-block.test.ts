import { describe, expect, test } from '@jest/globals';
import { keysInBlock, visibleBlock, visibleNotes } from '../../../src/use-cases/visible-block';

const TITLE = 'A work item that you may not see';
const SEES = new Set(['WA-1']);

describe('a block in the notes', () => {
  const BLOCK = [
    '[ ] Task WA-2: To Do',
    'https://jira.example/browse/WA-2',
    '1 of 2 Sub-tasks done, last status change 2026-03-01',
    '[x] WA-1: Done - Use SHA-256',
    '[ ] WA-3: To Do - Ask WA-1',
  ].join('\n');

  test('names its issues, and nothing that only looks like one', () => {
    expect(keysInBlock(BLOCK)).toEqual(new Set(['WA-2', 'WA-1', 'WA-3']));
  });

  test('keeps the lines of what is visible', () => {
    expect(visibleBlock(BLOCK, SEES).split('\n')).toEqual([
      TITLE,
      TITLE,
      '1 of 2 Sub-tasks done, last status change 2026-03-01',
      '[x] WA-1: Done - Use SHA-256',
      TITLE,
    ]);
    expect(visibleBlock(BLOCK, new Set(['WA-1', 'WA-2', 'WA-3']))).toBe(BLOCK);
  });

  test.each([
    ['in one line', '[ ] Task WA-2: To Do, 0 of 5 Sub-tasks done'],
    ['of a site below a path', 'http://127.0.0.1:8620/jira/browse/WA-2'],
    ['which the app does not write', 'see WA-2'],
    ['which names no issue, and the app does not write either', 'Ask the platform team'],
    ['which only begins as one about no issue', '1 of 2 Sub-tasks done: WA-2 is next'],
  ])('hides a line %s', (_words, line) => expect(visibleBlock(line, SEES)).toBe(TITLE));

  test.each([
    ['how far the Task is', '0 of 5 Sub-tasks done'],
    ['nothing', ''],
  ])('shows a line about no issue to everybody: %s', (_words, line) => {
    expect(visibleBlock(line, new Set())).toBe(line);
  });

  test('whose marker is damaged is hidden line by line where it stands among what people wrote', () => {
    const text = 'We meet on Monday.\n[ ] WA-3: To Do\n[x] WA-1: Done\nhttps://jira.example/browse/WA-2';
    const shown = visibleNotes(text, SEES).split('\n');
    expect(shown).toEqual(['We meet on Monday.', TITLE, '[x] WA-1: Done', TITLE]);
  });

  test.each([
    ['joined to its marker line', '(do not edit) ===[ ] Task WA-3: To Do - Ask the auditor'],
    ['behind one about a visible issue', '[x] WA-1: Done [ ] WA-3: To Do - Ask the auditor'],
    ['behind a sign of a list', '* [ ] WA-3: To Do - Ask the auditor'],
    ['behind what a person wrote', 'See [ ] WA-3: To Do - Ask the auditor'],
    ['with a link, at its end', 'See https://jira.example/browse/WA-3'],
    ['whose line ends were lost', '[x] WA-1: Done\u2028[ ] WA-3: To Do - Ask the auditor'],
  ])('a line about a hidden issue is hidden where it stands %s', (_words, line) => {
    expect(keysInBlock(line)).toContain('WA-3');
    expect(visibleNotes(line, SEES)).toBe(TITLE);
    expect(visibleBlock(line, SEES)).toBe(TITLE);
    expect(visibleNotes(line, new Set(['WA-1', 'WA-3']))).toBe(line);
  });

  test('what people wrote of a hidden issue in words of their own stays', () => {
    const line = 'WA-3 waits for the auditor, [ ] not before Monday: ask Jo';
    expect(visibleNotes(line, SEES)).toBe(line);
  });

  test('of an edited text with other line ends is read the same', () => {
    expect(visibleBlock('[x] WA-1: Done\r\n[x] WA-2: Done', SEES)).toBe(`[x] WA-1: Done\n${TITLE}`);
  });
});
