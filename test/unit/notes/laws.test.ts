/** What holds for any notes and any status; 100,000 generated cases in all. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderBlock, DETAILS } from '../../../src/notes/block';
import { fitBlock } from '../../../src/notes/fit';
import { mergeNotes, removeBlock } from '../../../src/notes/merge';
import type { Merged } from '../../../src/notes/merged';
import { anyStatus, anyUnits, humanText, markerSoup } from './arbitraries';

const LIMIT = 2084;
const FORMS = ['lines', 'counts', 'line'];

let cases = 0;

/** A plain comparison: jest's `expect` costs more than the code under test. */
function must(truth: boolean, what: string): void {
  if (!truth) throw new Error(what);
}

function law<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      cases += 1;
      holds(value);
    }),
    { numRuns },
  );
}

function after(current: string, result: Merged): string {
  return result.kind === 'changed' ? result.notes : current;
}

function blocksIn(notes: string): readonly number[] {
  return [notes.split('=== Jira status v1').length - 1, notes.split('=== end of Jira status v1').length - 1];
}

function holdsOneBlock(notes: string): boolean {
  return blocksIn(notes).every((count) => count === 1);
}

describe('whatever a person wrote, and whatever Jira says', () => {
  test('the text stays byte for byte, under the limit, with one block, and a second merge changes nothing', () => {
    const outcomes = new Set<string>();
    law(30_000, fc.tuple(humanText, anyStatus), ([text, status]) => {
      const result = mergeNotes(text, status);
      outcomes.add(result.kind === 'changed' ? result.form : result.kind);
      if (result.kind === 'no-room') return;
      must(result.kind === 'changed', `a new block is a change, not ${result.kind}`);
      const notes = after(text, result);
      must(notes.startsWith(text), 'the text comes first, unchanged');
      must(notes.length <= LIMIT, `${notes.length} code units`);
      must(holdsOneBlock(notes), `${blocksIn(notes).join(' and ')} markers`);
      must(mergeNotes(notes, status).kind === 'unchanged', 'merging twice equals once');
      const removed = removeBlock(notes);
      must(removed.kind === 'changed' && removed.notes === text, 'removing the block gives the text back');
    });
    expect([...outcomes].sort()).toEqual(['counts', 'line', 'lines', 'no-room']);
  });

  test('nothing is written only where not even one line fits, and what is missing is told exactly', () => {
    law(10_000, fc.tuple(fc.integer({ min: 1800, max: 2200 }), anyStatus), ([length, status]) => {
      const result = mergeNotes('x'.repeat(length), status);
      if (result.kind !== 'no-room') return;
      const shortest = Math.min(...DETAILS.map((detail) => renderBlock(status, detail).length));
      must(length + 2 + shortest > LIMIT, 'one line would have fitted');
      if (result.missing >= length) return;
      const enough = mergeNotes('x'.repeat(length - result.missing), status);
      const short = mergeNotes('x'.repeat(length - result.missing + 1), status);
      must(enough.kind === 'changed' && short.kind === 'no-room', `${result.missing} is not what is missing`);
    });
  });

  test('a newer status over an older block gives what it gives in the text alone', () => {
    law(15_000, fc.tuple(humanText, anyStatus, anyStatus), ([text, older, newer]) => {
      const first = after(text, mergeNotes(text, older));
      const over = mergeNotes(first, newer);
      const alone = mergeNotes(text, newer);
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
      const block = renderBlock(older, 'line');
      const notes = before + block + behind;
      const result = mergeNotes(notes, newer);
      if (result.kind === 'no-room') return;
      must(result.kind !== 'conflict', 'text without markers makes no conflict');
      const now = after(notes, result);
      must(now.startsWith(before) && now.endsWith(behind), 'the text around the block changed');
      must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
      must(now.length <= LIMIT, `${now.length} code units`);
      must(mergeNotes(now, newer).kind === 'unchanged', 'merging twice equals once');
    });
  });

  test('line ends that a tool made CRLF are no edit, and removing the block still gives the text back', () => {
    const convertible = humanText.filter((text) => !text.endsWith('\r'));
    law(5_000, fc.tuple(convertible, anyStatus), ([text, status]) => {
      const result = mergeNotes(text, status);
      if (result.kind !== 'changed') return;
      const converted = result.notes.replace(/\r?\n/g, '\r\n');
      must(mergeNotes(converted, status, { limit: 9_999 }).kind !== 'conflict', 'CRLF is no edit');
      const removed = removeBlock(converted);
      must(
        removed.kind === 'changed' && removed.notes === text.replace(/\r?\n/g, '\r\n'),
        'removing the block gives the converted text back',
      );
    });
  });
});

describe('whatever people do to markers', () => {
  test('there are never two blocks, and what is no single intact block is left alone', () => {
    law(10_000, fc.tuple(markerSoup, anyStatus), ([notes, status]) => {
      const result = mergeNotes(notes, status, { limit: 9_999 });
      must(result.kind !== 'no-room', 'there is room');
      if (result.kind === 'conflict') return;
      const now = after(notes, result);
      must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
      must(mergeNotes(now, status, { limit: 9_999 }).kind === 'unchanged', 'merging twice equals once');
    });
  });

  test('any edit inside a block is seen', () => {
    const edit = fc.tuple(humanText, anyStatus, fc.nat(), fc.nat(9), anyUnits);
    law(10_000, edit, ([text, status, at, length, typed]) => {
      const result = mergeNotes(text, status);
      if (result.kind !== 'changed') return;
      const { notes } = result;
      const first = notes.lastIndexOf('=== Jira status v1');
      const start = first + (at % (notes.length - first));
      const edited = notes.slice(0, start) + typed + notes.slice(start + length);
      const same = edited.replaceAll('\r\n', '\n') === notes.replaceAll('\r\n', '\n');
      const gone = blocksIn(edited).every((count) => count === 0);
      if (same || gone || start === first) return;
      must(mergeNotes(edited, status).kind === 'conflict', 'an edit was overwritten');
    });
  });
});

describe('whatever room there is', () => {
  test('less room never tells more', () => {
    law(5_000, fc.tuple(anyStatus, fc.nat(1_200), fc.nat(1_200)), ([status, some, other]) => {
      const [less, more] = [fitBlock(status, Math.min(some, other)), fitBlock(status, Math.max(some, other))];
      if (less.kind === 'no-room') return;
      must(more.kind === 'fits', 'more room holds what less room held');
      if (more.kind !== 'fits') return;
      must(less.text.length <= Math.min(some, other), 'it fits');
      must(less.text.length <= more.text.length, 'more room gave a shorter block');
      must(FORMS.indexOf(less.form) >= FORMS.indexOf(more.form), `${more.form}, with less room ${less.form}`);
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
        const text = renderBlock(status, detail);
        must(text === renderBlock(shuffled, detail), 'the order shows');
        must(
          text.split('\n').every((line) => line === line.trim()),
          'a blank at the end of a line',
        );
        must(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll('\n', '')), 'a character that cannot be seen');
      }
    });
  });
});

test('these were 100,000 cases in all', () => {
  process.stdout.write(`Merging into notes: ${cases.toLocaleString('en')} generated cases.\n`);
  expect(cases).toBeGreaterThanOrEqual(100_000);
});
