/** What holds for any notes and any status; with `laws-of-others.test.ts` more than 100,000 generated cases. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitBlock } from '../../../src/notes/fit';
import { DETAILS } from '../../../src/notes/model';
import { NEWEST } from '../../../src/notes/versions';
import { anyStatus, anyUnits, humanText } from './arbitraries';
import { after, blocksIn, caseCount, holdsOneBlock, law, must } from './law';
import { merge, OWN, remove, NEWEST_HEADS } from './statuses';

const LIMIT = 2084;
const ROOMY = { limit: 9_999 };

describe('whatever a person wrote, and whatever Jira says', () => {
  test('the text stays byte for byte, under the limit, with one block, and a second merge changes nothing', () => {
    const outcomes = new Set<string>();
    law(30_000, fc.tuple(humanText, anyStatus), ([text, status]) => {
      const result = merge(text, status);
      outcomes.add(result.kind === 'changed' ? result.detail : result.kind);
      if (result.kind === 'no-room') return;
      must(result.kind === 'changed', `a new block is a change, not ${result.kind}`);
      const notes = after(text, result);
      must(notes.startsWith(text), 'the text comes first, unchanged');
      must(notes.length <= LIMIT, `${notes.length} code units`);
      must(holdsOneBlock(notes), `${blocksIn(notes).join(' and ')} markers`);
      must(merge(notes, status).kind === 'unchanged', 'merging twice equals once');
      const removed = remove(notes);
      must(removed.kind === 'changed' && removed.notes === text, 'removing the block gives the text back');
    });
    expect([...outcomes].sort()).toEqual(['counts', 'line', 'lines', 'no-room', 'titles']);
  });

  test('nothing is written only where not even one line fits, and what is missing is told exactly', () => {
    law(10_000, fc.tuple(fc.integer({ min: 1800, max: 2200 }), anyStatus), ([length, status]) => {
      const result = merge('x'.repeat(length), status);
      if (result.kind !== 'no-room') return;
      const lengths = DETAILS.map((detail) => NEWEST.render(status, detail, OWN.installation).length);
      must(length + 2 + Math.min(...lengths) > LIMIT, 'one line would have fitted');
      if (result.missing >= length) return;
      const enough = merge('x'.repeat(length - result.missing), status);
      const short = merge('x'.repeat(length - result.missing + 1), status);
      must(enough.kind === 'changed' && short.kind === 'no-room', `${result.missing} is not what is missing`);
    });
  });

  test('a newer status over an older block gives what it gives in the text alone', () => {
    law(15_000, fc.tuple(humanText, anyStatus, anyStatus), ([text, older, newer]) => {
      const first = after(text, merge(text, older));
      const over = merge(first, newer);
      const alone = merge(text, newer);
      must((over.kind === 'no-room') === (alone.kind === 'no-room'), `${over.kind}, alone ${alone.kind}`);
      if (over.kind === 'no-room') return;
      must(after(first, over) === after(text, alone), 'the older block left a trace');
    });
  });

  test('a block stays where a person moved it, and so does the text around it', () => {
    // Equals signs right behind the end marker would be counted as a marker by `blocksIn`, which knows no better.
    const behindIt = humanText.filter((text) => !text.startsWith('='));
    const moved = fc.tuple(humanText, behindIt, anyStatus, anyStatus);
    law(10_000, moved, ([before, behind, older, newer]) => {
      const notes = before + NEWEST.render(older, 'line', OWN.installation) + behind;
      const result = merge(notes, newer);
      if (result.kind === 'no-room') return;
      must(result.kind !== 'conflict', 'text without markers makes no conflict');
      const now = after(notes, result);
      must(now.startsWith(before) && now.endsWith(behind), 'the text around the block changed');
      must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
      must(now.length <= LIMIT, `${now.length} code units`);
      must(merge(now, newer).kind === 'unchanged', 'merging twice equals once');
    });
  });

  test('line ends that a tool made CRLF are no edit, and removing the block still gives the text back', () => {
    const convertible = humanText.filter((text) => !text.endsWith('\r'));
    law(5_000, fc.tuple(convertible, anyStatus), ([text, status]) => {
      const result = merge(text, status);
      if (result.kind !== 'changed') return;
      const converted = result.notes.replace(/\r?\n/g, '\r\n');
      must(merge(converted, status, OWN, ROOMY).kind !== 'conflict', 'CRLF is no edit');
      const removed = remove(converted);
      must(
        removed.kind === 'changed' && removed.notes === text.replace(/\r?\n/g, '\r\n'),
        'removing the block gives the converted text back',
      );
    });
  });

  test('any edit inside a block is seen', () => {
    const edit = fc.tuple(humanText, anyStatus, fc.nat(), fc.nat(9), anyUnits);
    law(10_000, edit, ([text, status, at, length, typed]) => {
      const result = merge(text, status);
      if (result.kind !== 'changed') return;
      const { notes, written } = result;
      const first = notes.lastIndexOf(NEWEST_HEADS[0]);
      const start = first + (at % (notes.length - first));
      const edited = notes.slice(0, start) + typed + notes.slice(start + length);
      const same = edited.replaceAll('\r\n', '\n') === notes.replaceAll('\r\n', '\n');
      const gone = !/jira status v\d/i.test(edited.slice(text.length));
      if (same || gone || start === first) return;
      const remembering = { ...OWN, remembered: written };
      must(merge(edited, status, remembering).kind === 'conflict', 'an edit was overwritten');
    });
  });
});

describe('whatever room there is', () => {
  test('less room never tells more', () => {
    law(5_000, fc.tuple(anyStatus, fc.nat(1_200), fc.nat(1_200)), ([status, some, other]) => {
      const [less, more] = [Math.min(some, other), Math.max(some, other)].map((room) =>
        fitBlock(status, room, OWN.installation),
      );
      if (less?.kind !== 'fits') return;
      must(more?.kind === 'fits', 'more room holds what less room held');
      if (more?.kind !== 'fits') return;
      must(less.text.length <= Math.min(some, other), 'it fits');
      must(less.text.length <= more.text.length, 'more room gave a shorter block');
      must(DETAILS.indexOf(less.detail) >= DETAILS.indexOf(more.detail), 'less room told more');
    });
  });

  test('one status gives one text in whatever order its Sub-tasks come, and no line has blanks at its ends', () => {
    const anyOrder = anyStatus.chain((status) =>
      fc
        .shuffledSubarray([...status.subtasks], { minLength: status.subtasks.length })
        .map((subtasks) => [status, { ...status, subtasks }] as const),
    );
    law(5_000, anyOrder, ([status, shuffled]) => {
      for (const detail of DETAILS) {
        const text = NEWEST.render(status, detail, OWN.installation);
        must(text === NEWEST.render(shuffled, detail, OWN.installation), 'the order shows');
        must(
          text.split('\n').every((line) => line === line.trim()),
          'a blank at the end of a line',
        );
        must(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll('\n', '')), 'a character that cannot be seen');
      }
    });
  });
});

test('these were 90,000 cases', () => {
  process.stdout.write(`Merging into notes: ${caseCount().toLocaleString('en')} generated cases.\n`);
  expect(caseCount()).toBeGreaterThanOrEqual(90_000);
});
