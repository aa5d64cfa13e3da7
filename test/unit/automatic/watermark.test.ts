import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explains, type Watermark } from '../../../src/automatic/watermark';
import { createWatermarkStore } from '../../../src/automatic/watermark-store';
import { countsText } from '../../../src/automatic/watch';
import { MemoryKeyValues } from '../../builders/key-values';
import { COUNTS, NOW, summaryOf } from './workloads';

const KNOWN = countsText(COUNTS);
const at = (updatedAt: number, more: object = {}) => summaryOf(1, { updatedAt, ...more });
const OTHER_COUNTS = { riskCounts: { ...COUNTS, HIGH: 1, NONE: 52 } };

describe('an UpdatedAt is explained', () => {
  const wrote: Watermark = { seen: NOW, write: { before: NOW, at: NOW + 60_000 } };
  test.each<[string, Watermark, ReturnType<typeof at>, boolean]>([
    ['by nothing', {}, at(NOW), false],
    ['by a run that saw it', { seen: NOW }, at(NOW), true],
    ['not by a run that saw an earlier one', { seen: NOW - 1 }, at(NOW), false],
    ['not by a run that saw a later one', { seen: NOW + 1 }, at(NOW), false],
    ['by our write on top of what a run saw', wrote, at(NOW + 60_400), true],
    ['by our write, whose Date has whole seconds', wrote, at(NOW + 58_000), true],
    ['not by a write that is more than two seconds away', wrote, at(NOW + 62_001), false],
    ['not by a write on top of what no run saw', { ...wrote, seen: NOW - 1 }, at(NOW + 60_000), false],
    ['not by a write alone', { write: wrote.write! }, at(NOW + 60_000), false],
    ['not where the risks are others: notes change none', wrote, at(NOW + 60_000, OTHER_COUNTS), false],
    ['not where a run saw the time but not the risks', { seen: NOW }, at(NOW, OTHER_COUNTS), false],
    [
      'by a run that saw the risks too',
      { seen: NOW, counts: countsText(OTHER_COUNTS.riskCounts) },
      at(NOW, OTHER_COUNTS),
      true,
    ],
    ['not where a run saw other risks', { seen: NOW, counts: '0.0.0.57.0' }, at(NOW), false],
  ])('%s', (_what, watermark, summary, expected) => {
    expect(explains(watermark, summary, KNOWN)).toBe(expected);
  });

  test('of a workload that the poll does not know only by a run that saw its risks', () => {
    expect(explains({ seen: NOW }, at(NOW), undefined)).toBe(false);
    expect(explains({ seen: NOW, counts: KNOWN }, at(NOW), undefined)).toBe(true);
  });
});

describe('in storage', () => {
  const ARN = at(NOW).arn;

  test('writes in a row are one, before and after the run says what it saw', async () => {
    for (const sawFirst of [true, false]) {
      const store = createWatermarkStore(new MemoryKeyValues());
      if (sawFirst) await store.sawAll(ARN, NOW, COUNTS);
      await store.wrote(ARN, { before: NOW, at: NOW + 10_000 });
      await store.wrote(ARN, { before: NOW + 10_300, at: NOW + 20_000 });
      if (!sawFirst) await store.sawAll(ARN, NOW, COUNTS);
      expect(await store.explains(at(NOW + 20_900), undefined)).toBe(true);
      expect(await store.explains(at(NOW + 10_300), undefined)).toBe(false);
    }
  });

  test('a change of a person between two writes breaks the row', async () => {
    const store = createWatermarkStore(new MemoryKeyValues());
    await store.sawAll(ARN, NOW, COUNTS);
    await store.wrote(ARN, { before: NOW, at: NOW + 10_000 });
    await store.wrote(ARN, { before: NOW + 15_000, at: NOW + 20_000 });
    expect(await store.explains(at(NOW + 20_000), undefined)).toBe(false);
  });

  test('what another version wrote explains nothing', async () => {
    const kvs = new MemoryKeyValues();
    const store = createWatermarkStore(kvs);
    await store.sawAll(ARN, NOW, COUNTS);
    const [key] = [...kvs.values.keys()];
    await kvs.set(key!, { seen: 'then' });
    expect(await store.explains(at(NOW), KNOWN)).toBe(false);
  });
});

describe('laws, where a person and we never act within ten seconds', () => {
  type Step = 'edit' | 'write' | 'see' | 'see late';
  const steps = fc.array(fc.constantFrom<Step>('edit', 'write', 'see', 'see late'), { maxLength: 25 });
  const script = fc.record({ steps, jitter: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }) });

  /** Plays a workload's life; tells after each step whether its UpdatedAt is explained, and whether it may be. */
  async function play(steps: readonly Step[], jitter: readonly number[]) {
    const store = createWatermarkStore(new MemoryKeyValues());
    const { arn } = at(NOW);
    const told: { readonly explained: boolean; readonly unseen: boolean; readonly ever: boolean }[] = [];
    let [now, updatedAt, unseen, ever] = [NOW, NOW, true, false];
    for (const [index, step] of steps.entries()) {
      now += 10_000 + jitter[index]!;
      if (step === 'edit') [updatedAt, unseen] = [now, true];
      if (step === 'write') {
        const before = updatedAt;
        updatedAt = now + jitter[index + 30]!;
        await store.wrote(arn, { before, at: Math.floor(now / 1000) * 1000 });
      }
      if (step === 'see') {
        await store.sawAll(arn, updatedAt, COUNTS);
        [unseen, ever] = [false, true];
      }
      if (step === 'see late') {
        // It read, then a person edited, and then it ended.
        const seen = updatedAt;
        [updatedAt, unseen, ever] = [now, true, true];
        await store.sawAll(arn, seen, COUNTS);
      }
      told.push({ explained: await store.explains(at(updatedAt), undefined), unseen, ever });
    }
    return told;
  }

  test('what is explained hides no change of a person', async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ steps, jitter }) => {
        for (const { explained, unseen } of await play(steps, jitter))
          if (explained) expect(unseen).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('a run and any number of our writes after it are explained', async () => {
    const writes = fc.integer({ min: 0, max: 20 });
    await fc.assert(
      fc.asyncProperty(script, writes, async ({ jitter }, count) => {
        const told = await play(
          ['edit', 'see', ...Array.from({ length: count }, () => 'write' as const)],
          jitter,
        );
        expect(told.slice(1).every(({ explained }) => explained)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
