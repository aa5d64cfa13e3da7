import { describe, expect, test } from '@jest/globals';
import { ofUnknownVersion } from '../../builders/status-blocks';
import { BLOCK, LATER, merge, merged, remove, status } from './statuses';

const NEWER = merged('', LATER);
const WITHOUT_BEGIN = BLOCK.slice(BLOCK.indexOf('\n'));
const WITHOUT_END = BLOCK.slice(0, BLOCK.lastIndexOf('\n'));

describe('merging a status into notes', () => {
  test('the block is plain text that an auditor can read', () => {
    expect(merged(undefined)).toMatch(
      new RegExp(
        [
          /^=== Jira status v\d+ 0a1b2c3d .*===/,
          /\[ \] Task APP-12: In Progress/,
          /https:\/\/site\.example\/browse\/APP-12/,
          /1 of 2 Sub-tasks done, last status change 2026-01-05/,
          /\[x\] APP-13: Done/,
          /\[ \] APP-14: To Do/,
          /=== end of Jira status v\d+ 0a1b2c3d, check [0-9a-f]+ ===$/,
        ]
          .map(({ source }) => source)
          .join('\n'),
      ),
    );
  });

  test.each([
    ['no notes: the block alone', undefined, NEWER],
    ['empty notes: the block alone', '', NEWER],
    ['a text: the block after a blank line', 'Reviewed in May.', `Reviewed in May.\n\n${NEWER}`],
    ['a text that ends in blank lines keeps them', 'Reviewed.\n\n', `Reviewed.\n\n\n\n${NEWER}`],
    ['a text of blanks alone is a text too', ' ', ` \n\n${NEWER}`],
    ['an older block is replaced', `Reviewed.\n\n${BLOCK}`, `Reviewed.\n\n${NEWER}`],
    ['text typed below the block stays', `A\n\n${BLOCK}\nB`, `A\n\n${NEWER}\nB`],
    ['a block moved to the top stays there', `${BLOCK}\n\nA`, `${NEWER}\n\nA`],
    ['a block moved into a line stays there', `A ${BLOCK} B`, `A ${NEWER} B`],
    ['a block without its blank line gets none', `A\n${BLOCK}`, `A\n${NEWER}`],
    ['a block that a tool gave CRLF is ours', `A\r\n\r\n${crlf(BLOCK)}`, `A\r\n\r\n${NEWER}`],
    ['one = more before a marker is a text', `A =${BLOCK}`, `A =${NEWER}`],
    ['a heading of one’s own is no marker', '=== Jira status ===', `=== Jira status ===\n\n${NEWER}`],
    ['text that names the block is no marker', 'See Jira status v1', `See Jira status v1\n\n${NEWER}`],
  ])('%s', (_case, current, notes) => {
    expect(merge(current, LATER)).toMatchObject({ kind: 'changed', notes, detail: 'titles' });
  });

  test.each([
    ['the same block', `A\n\n${BLOCK}\nB`],
    ['the same block with CRLF', `A\r\n\r\n${crlf(BLOCK)}`],
  ])('nothing to send: %s', (_case, current) => {
    expect(merge(current, status()).kind).toBe('unchanged');
  });

  test.each([
    ['a status changed by hand', BLOCK.replace('To Do', 'Done'), 'edited'],
    ['a line added', BLOCK.replace('[x]', 'a remark\n[x]'), 'edited'],
    ['a blank added', BLOCK.replace('To Do', 'To Do '), 'edited'],
    ['text glued to the opening marker', BLOCK.replace('===\n', '=== note\n'), 'edited'],
    ['another checksum', BLOCK.replace(/check \w+/, (check) => check.replace(/\d/g, '0')), 'edited'],
    ['the opening marker gone', `A${WITHOUT_BEGIN}`, 'broken'],
    ['the closing marker gone', `A\n\n${WITHOUT_END}`, 'broken'],
    ['a checksum cut short', BLOCK.replace(/[0-9a-f]{4} ===$/, ' ==='), 'broken'],
    ['a marker in capitals', BLOCK.replace('Jira status', 'JIRA STATUS'), 'broken'],
    ['both markers in capitals', BLOCK.replaceAll('Jira status', 'JIRA STATUS'), 'broken'],
    ['both markers without their first blank', BLOCK.replace(/^=== /gm, '==='), 'broken'],
    ['its installation in capitals', BLOCK.replaceAll('0a1b2c3d', '0A1B2C3D'), 'broken'],
    [
      'a version that this one takes for older',
      BLOCK.replaceAll(/Jira status v\d+/g, 'Jira status v1'),
      'broken',
    ],
    ['a version that the app does not know', ofUnknownVersion(BLOCK), 'newer'],
    ['one marker of such a version', BLOCK.replace(/^.*/, ofUnknownVersion), 'newer'],
    ['a third marker', `${BLOCK}\n${WITHOUT_END}`, 'broken'],
    ['the block copied', `${BLOCK}\n\nA\n\n${BLOCK}`, 'doubled'],
    ['the block pasted into itself', BLOCK.replace('[x]', `${BLOCK}\n[x]`), 'nested'],
    ['markers the wrong way round', `${WITHOUT_BEGIN.trim()}\n${WITHOUT_END}`, 'nested'],
  ])('a conflict: %s', (_case, current, why) => {
    expect(merge(current, LATER)).toMatchObject({ kind: 'conflict', why });
    expect(remove(current)).toMatchObject({ kind: 'conflict', why });
  });
});

describe('removing the block', () => {
  test.each([
    ['the text from before comes back', merged('Reviewed.'), 'Reviewed.'],
    ['blank lines of the person stay', merged('Reviewed.\n\n'), 'Reviewed.\n\n'],
    ['nothing is left of the block alone', BLOCK, ''],
    ['a lone \\r before the separator stays', merged('A\r'), 'A\r'],
    ['half a surrogate pair stays', merged('A\ud83d'), 'A\ud83d'],
    ['the blank line above goes, the one below stays', `A\n\n${BLOCK}\n\nB`, 'A\n\nB'],
    ['a separator that a tool made CRLF goes', `A\r\n\r\n${crlf(BLOCK)}`, 'A'],
    ['text in the block’s own line is not joined to the text above', `A\n\n${BLOCK}B`, 'A\n\nB'],
    ['text typed below stays', `A\n\n${BLOCK}\nB`, 'A\nB'],
  ])('%s', (_case, current, notes) => {
    expect(remove(current)).toEqual({ kind: 'changed', notes });
  });

  test('notes without a block stay as they are', () => {
    expect([undefined, '', 'Reviewed.'].map((notes) => remove(notes))).toEqual(
      Array(3).fill({ kind: 'unchanged' }),
    );
  });
});

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
