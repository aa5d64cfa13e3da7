/** What holds where several installations, and several versions, share the notes of a question. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { settleable, type Merged } from '../../../src/notes/merged';
import { DETAILS } from '../../../src/notes/model';
import { parseNotes } from '../../../src/notes/parse-notes';
import { replaceEdited } from '../../../src/notes/replace-edited';
import { NEWEST } from '../../../src/notes/versions';
import { blockCheck, statusDigest } from '../../../src/notes/written-block';
import { anyOwn, anyStatus, humanText, markerSoup, ownVersion1, textAmongOthers } from './arbitraries';
import { after, blocksIn, caseCount, holdsOneBlock, law, must } from './law';
import { merge, newestBlock, OTHER, OWN, remove } from './statuses';

const ROOMY = { limit: 99_999 };

/** The whole block that names the other installation, if its app finds one as it left it. */
function othersBlock(notes: string): string | undefined {
  const { block } = parseNotes(notes, OTHER);
  return block.kind === 'intact' && block.block.includes(OTHER.installation) ? block.block : undefined;
}

function mustKeepOthers(before: string, now: string): void {
  const block = othersBlock(before);
  must(block === undefined || othersBlock(now) === block, 'the other installation lost its block');
}

describe('blocks of others, and what is left of them', () => {
  test('stay byte for byte with all the text, and our block comes beside them, once', () => {
    law(10_000, fc.tuple(textAmongOthers, anyStatus), ([text, status]) => {
      const result = merge(text, status, OWN, ROOMY);
      must(result.kind === 'changed', `people's text makes no ${result.kind}`);
      if (result.kind !== 'changed') return;
      const { notes, written } = result;
      must(notes.startsWith(text), 'the text comes first, unchanged');
      must(holdsOneBlock(notes), `${blocksIn(notes).join(' and ')} markers`);
      mustKeepOthers(text, notes);
      for (const remembered of [undefined, 'digest', written])
        must(merge(notes, status, { ...OWN, remembered }, ROOMY).kind === 'unchanged', 'twice equals once');
      const removed = remove(notes, { ...OWN, remembered: written });
      must(removed.kind === 'changed' && removed.notes === text, 'removing the block gives the text back');
    });
  });

  test('two installations by turns change nothing of each other, and leave nothing behind', () => {
    const turns = fc.tuple(humanText, anyStatus, anyStatus, anyStatus);
    law(5_000, turns, ([text, first, second, third]) => {
      const once = after(text, merge(text, first, OWN, ROOMY));
      const both = after(once, merge(once, second, OTHER, ROOMY));
      const notes = after(both, merge(both, third, OWN, ROOMY));
      must(notes.startsWith(text), 'the text comes first, unchanged');
      must(holdsOneBlock(notes, OWN) && holdsOneBlock(notes, OTHER), 'one block each');
      must(othersBlock(notes) === othersBlock(both), 'the other block changed');
      must(merge(notes, second, OTHER, ROOMY).kind === 'unchanged', 'the other app has nothing to do');
      const own = remove(notes, OWN);
      const none = own.kind === 'changed' ? remove(own.notes, OTHER) : own;
      must(none.kind === 'changed' && none.notes === text, 'both gone, the text is as it was');
    });
  });
});

describe('a block of version 1', () => {
  test('is replaced by the newest where it stands, and everything around it stays', () => {
    const upgrade = fc.tuple(textAmongOthers, ownVersion1, textAmongOthers, anyStatus);
    law(5_000, upgrade, ([before, block, behind, status]) => {
      const notes = `${before}\n${block}\n${behind}`;
      const result = merge(notes, status, OWN, ROOMY);
      // A half-open marker of others right before the block closes with it, or opens in it: told, not written.
      if (result.kind === 'conflict') return;
      const now = after(notes, result);
      must(now.startsWith(before) && now.endsWith(behind), 'the text around the block changed');
      must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
      must(!now.includes(block), 'the old block is still there');
      must(merge(now, status, OWN, ROOMY).kind === 'unchanged', 'twice equals once');
    });
  });

  test('in a person’s text alone is never a conflict', () => {
    law(2_000, fc.tuple(humanText, ownVersion1, humanText, anyStatus), ([before, block, behind, status]) => {
      const result = merge(`${before}\n${block}\n${behind}`, status, OWN, ROOMY);
      must(result.kind === 'changed', `an upgrade is a change, not ${result.kind}`);
      const now = after('', result);
      must(now.startsWith(before) && now.endsWith(behind), 'the text around the block changed');
    });
  });
});

describe('whatever people do to markers', () => {
  test('there are never two blocks of ours, and the other installation keeps its own', () => {
    law(15_000, fc.tuple(markerSoup, anyStatus, anyOwn), ([notes, status, own]) => {
      const result = merge(notes, status, own, ROOMY);
      must(result.kind !== 'no-room', 'there is room');
      if (result.kind === 'conflict') return;
      const now = after(notes, result);
      must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
      mustKeepOthers(notes, now);
      must(merge(now, status, own, ROOMY).kind === 'unchanged', 'twice equals once');
    });
  });

  test.each(['aws', 'jira'] as const)(
    'a decision for %s ends what it says to end, and nothing else',
    (keep) => {
      law(7_500, fc.tuple(markerSoup, anyStatus, anyOwn), ([notes, status, own]) => {
        const parsed = parseNotes(notes, own);
        const result: Merged = replaceEdited(parsed, status, { keep, ...ROOMY });
        if (parsed.block.kind === 'none' || parsed.block.kind === 'intact') return;
        if (!settleable(parsed).includes(keep)) {
          must(result.kind === 'conflict', `${keep} settled ${parsed.block.kind}`);
          return;
        }
        must(result.kind === 'changed', `${keep} left ${parsed.block.kind} as ${result.kind}`);
        const now = after(notes, result);
        must(holdsOneBlock(now), `${blocksIn(now).join(' and ')} markers`);
        mustKeepOthers(notes, now);
        must(merge(now, status, own, ROOMY).kind === 'unchanged', 'and it is settled for good');
      });
    },
  );
});

test('other words for the same status rewrite no block', () => {
  const words = fc.array(fc.constantFrom('Other words', 'for the same', 'status'), { minLength: 1 });
  law(5_000, fc.tuple(humanText, anyStatus, words, fc.constantFrom(...DETAILS)), ([text, status, lines]) => {
    const result = merge(text, status, OWN, ROOMY);
    if (result.kind !== 'changed') return;
    const block = newestBlock(lines);
    const { detail } = result;
    const written = {
      digest: statusDigest(status),
      version: NEWEST.version,
      check: blockCheck(block),
      detail,
    };
    const again = merge(`${text}\n\n${block}`, status, { ...OWN, remembered: written }, ROOMY);
    must(
      again.kind === 'unchanged' && again.written.check === written.check,
      `${again.kind} for words alone`,
    );
    const others = { ...written, digest: 'of another status' };
    const changed = merge(`${text}\n\n${block}`, status, { ...OWN, remembered: others }, ROOMY);
    must(changed.kind === 'changed', 'another status is told');
  });
});

test('these were 50,000 cases', () => {
  process.stdout.write(`Sharing notes: ${caseCount().toLocaleString('en')} generated cases.\n`);
  expect(caseCount()).toBeGreaterThanOrEqual(50_000);
});
