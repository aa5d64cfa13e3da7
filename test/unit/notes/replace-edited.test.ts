import { describe, expect, test } from '@jest/globals';
import { replaceEdited } from '../../../src/notes/replace-edited';
import { BLOCK, LATER, merged, parsed } from './statuses';

const NEWER = merged('', LATER);
const [BEGIN = '', ...REST] = BLOCK.split('\n');
const END = REST.at(-1) ?? '';
const EDITED = `${BEGIN}\nwe will not do this\n${END}`;

function settled(current: string, keep: 'aws' | 'jira') {
  return replaceEdited(parsed(current), LATER, { keep });
}

describe('a person keeps the text of the notes', () => {
  test.each([
    ['an edit stays as text, the block comes anew', `A\n\n${EDITED}\nB`, 'A\n\nwe will not do this\nB'],
    ['also with CRLF', `A\r\n\r\n${EDITED.replaceAll('\n', '\r\n')}`, 'A\r\n\r\nwe will not do this'],
    ['nothing between the markers', `A\n\n${BEGIN}\n${END}`, 'A\n\n'],
    ['the opening marker alone', `A\n${BEGIN}\nB`, 'A\nB'],
    ['the closing marker alone', `A\nB\n${END}`, 'A\nB'],
    ['two edited blocks', `${EDITED}\n${EDITED}`, 'we will not do this\nwe will not do this'],
    ['markers the wrong way round', `A\n${END}\nB\n${BEGIN}\nC`, 'A\nB\nC'],
    [
      'a damaged marker loses its signs',
      'A === Jira status v2 0a1b2c3d (do',
      'A Jira status v2 0a1b2c3d (do',
    ],
    [
      'a marker that comes together when one goes',
      `=== Jira sta${BEGIN}tus v2 0a1b2c3d`,
      'Jira status v2 0a1b2c3d',
    ],
  ])('%s', (_case, current, text) => {
    expect(settled(current, 'aws')).toMatchObject({ kind: 'changed', notes: `${text}\n\n${NEWER}` });
  });

  test('nothing is written if text and block do not fit', () => {
    expect(settled(`${'x'.repeat(1900)}\n\n${EDITED}`, 'aws')).toMatchObject({ kind: 'no-room' });
  });
});

describe('a person wants the block of the app', () => {
  test.each([
    ['an edited block is replaced where it stands', `A\n\n${EDITED}\nB`, `A\n\n${NEWER}\nB`],
    ['of two blocks the first place is kept', `${EDITED}\n\nA\n\n${BLOCK}\nB`, `${NEWER}\n\nA\nB`],
    ['of three, too', `A\n\n${BLOCK}\n\n${EDITED}\n\n${BLOCK}`, `A\n\n${NEWER}`],
    ['two blocks that are up to date', `${NEWER}\n\nA\n\n${NEWER}`, `${NEWER}\n\nA`],
  ])('%s', (_case, current, notes) => {
    expect(settled(current, 'jira')).toMatchObject({ kind: 'changed', notes });
  });

  test.each([
    ['a marker missing', `A\n${BEGIN}\nB`, 'broken'],
    ['markers the wrong way round', `A\n${END}\nB\n${BEGIN}\nC`, 'nested'],
    ['a marker that comes together', `${BLOCK}\n=== Jira sta${BLOCK}tus v2 0a1b2c3d`, 'broken'],
  ])('what the block is cannot be told, so the conflict stays: %s', (_case, current, why) => {
    expect(settled(current, 'jira')).toEqual({ kind: 'conflict', why, settledBy: ['aws'] });
  });
});

test.each(['aws', 'jira'] as const)('a conflict that is gone meanwhile is merged as usual: %s', (keep) => {
  expect(settled(`A\n\n${BLOCK}`, keep)).toMatchObject({ kind: 'changed', notes: `A\n\n${NEWER}` });
  expect(settled(`A\n\n${NEWER}`, keep).kind).toBe('unchanged');
  expect(settled('A', keep)).toMatchObject({ kind: 'changed', notes: `A\n\n${NEWER}` });
});
