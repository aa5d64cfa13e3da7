import { describe, expect, test } from '@jest/globals';
import { DETAILS } from '../../../src/notes/model';
import { readStatusBlock } from '../../builders/status-block';
import { plainKey, plainLine, plainUrl } from '../../../src/notes/plain-text';
import { NEWEST } from '../../../src/notes/versions';
import { BLOCK, OWN, parsed, status, subtask, TASK } from './statuses';

const END = BLOCK.slice(BLOCK.lastIndexOf('\n') + 1);

describe('a line of foreign text', () => {
  test.each([
    ['an ordinary name stays', 'In Review (2nd)', 'In Review (2nd)'],
    ['any script stays', '進行中 – בביצוע – Überprüft', '進行中 – בביצוע – Überprüft'],
    ['line ends of every kind become blanks', 'a\r\nb\u2028c\u0085d\te', 'a b c d e'],
    ['blanks at the ends and in a row go', '  To \u00a0 Do ', 'To Do'],
    ['bidi marks go', '\u202eenoD\u2069', 'enoD'],
    ['control characters go', 'Do\0ne\u001b[1m', 'Done[1m'],
    ['halves of surrogate pairs go, whole ones stay', '\ud83dDone\udca9 😀', 'Done 😀'],
    ['characters without width go', 'Do\u200bn\u00ade\u3164', 'Done'],
    ['equals signs in a row become one', '=== Jira status v1', '= Jira status v1'],
    ['also if something unseen parts them', '=\u200b=\u200b= end', '= end'],
    ['nothing at all is told as ?', '\u200b\n', '?'],
  ])('%s', (_case, text, line) => {
    expect(plainLine(text, 60)).toBe(line);
  });

  test.each([
    ['as long as allowed', 'abcdef', 6, 'abcdef'],
    ['cut with a mark', 'abcdefg', 6, 'abcde…'],
    ['no blank before the mark', 'abcd efg', 6, 'abcd…'],
    ['never half a surrogate pair', 'abcd😀efg', 6, 'abcd…'],
  ])('%s', (_case, text, max, line) => {
    expect(plainLine(text, max)).toBe(line);
  });
});

describe('a foreign key', () => {
  test.each([
    ['APP-12', 'APP-12'],
    ['A_1-7', 'A_1-7'],
    ['APP-1\n=== end', 'APP-1end'],
    ['', '?'],
    ['\u202e', '?'],
    ['A'.repeat(400), 'A'.repeat(255)],
  ])('%j is told as %s', (key, told) => {
    expect(plainKey(key)).toBe(told);
  });
});

describe('a foreign link', () => {
  test.each([
    ['https://site.example/browse/APP-12', true],
    ['http://localhost:8080/browse/APP-12', true],
    ['https://site.example/browse/APP-12?a=b==', false],
    ['https://user@site.example/browse/APP-12', false],
    ['javascript:alert(1)', false],
    ['https://site.example/a b', false],
    ['https://site.example/browse/APP-12\n', false],
    [`https://site.example/${'a'.repeat(501)}`, false],
    ['', false],
  ])('%s: told %s', (url, told) => {
    expect(plainUrl(url)).toBe(told ? url : undefined);
  });

  test('a link that is not told takes no line', () => {
    expect(
      NEWEST.render(status({ task: { ...TASK, url: '' } }), 'counts', OWN.installation).split('\n'),
    ).toHaveLength(4);
  });
});

describe('names that would forge a block', () => {
  test.each([
    ['the closing marker', `Done\n${END}`],
    ['a whole block', BLOCK],
    ['a counting of its own', 'Done\n9 of 9 Sub-tasks done, last status change 1999-01-01'],
    ['the same in one line', 'Done, 9 of 9 Sub-tasks done, last status change 1999-01-01'],
  ])('%s, as every name there is', (_case, name) => {
    const hostile = status({
      task: { ...TASK, status: name, url: name },
      subtasks: [subtask(13, { status: name, practice: name, key: name }), subtask(14, { status: name })],
    });
    for (const notes of DETAILS.map((detail) => NEWEST.render(hostile, detail, OWN.installation))) {
      expect(parsed(notes).block).toMatchObject({ kind: 'intact', block: notes });
      expect(readStatusBlock(notes)).toEqual({
        taskKey: 'APP-12',
        done: 0,
        total: 2,
        changedAt: '2026-01-05',
      });
    }
  });
});
