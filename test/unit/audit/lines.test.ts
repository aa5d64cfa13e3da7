/** What lines tell, and that nothing can be pushed out of them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedMembers, changedValues } from '../../../src/audit/changed-values';
import { limited, LONGEST_TEXT } from '../../../src/audit/limited';
import { because } from '../../../src/audit/reasons';
import { LINES_BYTES, toEntries } from '../../../src/audit/to-entries';
import { peopleIn, withoutAccounts } from '../../../src/audit/without-accounts';
import { inWords } from '../../../src/in-words';
import { asReason } from '../../../src/reason';
import { MemoryPeople, refNumber } from '../../builders/audit';

const words = (before: unknown, after: unknown) => changedValues(before, after).map(inWords);

describe('changed settings', () => {
  test.each<[string, unknown, unknown, readonly string[]]>([
    ['nothing', { scope: 'all' }, { scope: 'all' }, []],
    ['a value', { scope: 'all' }, { scope: 'risks' }, ['Scope: "all" → "risks"']],
    ['one that was not there', {}, { parentsFollow: true }, ['parentsFollow: none → true']],
    ['one that is there no more', { doneStatusId: '10002' }, {}, ['doneStatusId: "10002" → none']],
    ['texts of a list', { r: ['a', 'b'] }, { r: ['b', 'c'] }, ['r: "a" → none', 'r: none → "c"']],
    ['the first texts of a list', {}, { r: ['a', 'b'] }, ['r: none → "a"', 'r: none → "b"']],
    ['texts of a list that was empty', { r: [] }, { r: ['a'] }, ['r: none → "a"']],
    ['the last texts of a list', { r: ['a'] }, { r: [] }, ['r: "a" → none']],
    ['a list that is there no more', { r: ['a'] }, {}, ['r: "a" → none']],
    ['a list of no texts', {}, { r: [] }, ['r: none → []']],
    ['a text that becomes a list', { r: 'a' }, { r: ['b'] }, ['r: "a" → ["b"]']],
    ['the order of a list', { r: ['a', 'b'] }, { r: ['b', 'a'] }, ['r: ["a","b"] → ["b","a"]']],
    [
      'members within',
      { resolveSelects: { implemented: [{ statusId: '1' }] } },
      { resolveSelects: { implemented: [{ statusId: '1' }, { statusId: '2' }], notApplicable: [] } },
      ['resolveSelects.implemented.1.statusId: none → "2"', 'resolveSelects.notApplicable: none → []'],
    ],
  ])('%s', (_, before, after, lines) => {
    expect(words(before, after)).toEqual(lines);
  });

  test('that are equal as JSON have no line, and others have one', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (a, b) => {
          const one = JSON.parse(JSON.stringify(a)) as unknown;
          const other = JSON.parse(JSON.stringify(b)) as unknown;
          expect(changedValues(one, other).length > 0).toBe(JSON.stringify(one) !== JSON.stringify(other));
        },
      ),
    );
  });

  test('of one member take no place of another’s', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ id: String(index) }));
    const lines = changedMembers({}, { selection: many, resolveSelects: '10002' }).map(inWords);
    expect(lines).toHaveLength(502);
    expect(lines.at(-2)).toMatch(/^4500 more: selection: none → /);
    expect(lines.at(-1)).toBe('resolveSelects: none → "10002"');
  });

  const ACCOUNT = '712020:f58131cb-b67d-43c7-b30d-6b58d40bd077';
  const OLDER = '5b10ac8d82e05b22cc7d4ef5';
  test.each<[string, unknown, unknown, readonly string[]]>([
    ['a value', {}, { value: ACCOUNT }, ['value: none → person ref-1']],
    ['a list where there was none', {}, { value: [ACCOUNT] }, ['value: none → person ref-1']],
    ['a list that was emptied', { value: [OLDER] }, { value: [] }, ['value: person ref-1 → none']],
    [
      'the order of a list',
      { value: [ACCOUNT, OLDER] },
      { value: [OLDER, ACCOUNT] },
      ['value: ["person ref-1","person ref-2"] → ["person ref-2","person ref-1"]'],
    ],
    ['a value in place of a list', { value: [OLDER] }, { value: 'x' }, ['value: ["person ref-1"] → "x"']],
    ['within a text', {}, { value: `ask ${ACCOUNT}!` }, ['value: none → "ask person ref-1!"']],
    ['a name', {}, { value: { [OLDER]: 1 } }, ['value.person ref-1: none → 1']],
    ['part of a longer id', {}, { value: `${OLDER}01234567` }, [`value: none → "${OLDER}01234567"`]],
  ])('name no account: %s', async (_, before, after, said) => {
    const people = new MemoryPeople();
    const told = await withoutAccounts(changedMembers(before as object, after as object), people);
    expect(told.map(inWords)).toEqual(
      said.map((words) => words.replace(/ref-(\d)/g, (_ref, nth) => refNumber(Number(nth)))),
    );
    const refs = people.people.map(({ ref }) => ref);
    expect(new Set(told.flatMap(peopleIn))).toEqual(new Set(refs));
  });

  test('name no account, whatever they are and however they change', async () => {
    const account = fc.constantFrom(ACCOUNT, OLDER, 'qm:f58131cb-b67d-43c7-b30d-6b58d40bd077');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(account, fc.string(), fc.nat(), tie('list'), tie('object')),
      list: fc.array(fc.oneof(account, tie('value')), { maxLength: 5 }),
      object: fc.dictionary(fc.oneof(account, fc.string({ maxLength: 5 })), tie('value'), { maxKeys: 4 }),
    }));
    const many = fc
      .array(account, { minLength: 501, maxLength: 520 })
      .map((all) => all.map((id) => ({ id })));
    const settings = fc.record({
      a: value,
      b: fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: many }),
    });
    await fc.assert(
      fc.asyncProperty(settings, settings, async (before, after) => {
        const people = new MemoryPeople();
        const lines = await withoutAccounts(changedMembers(before, after), people);
        const deed = { action: 'settings.changed', target: asReason('x'), change: asReason('') } as const;
        const entries = toEntries({ ...deed, actor: { kind: 'app' }, lines }, { kind: 'app' }, 'then');
        for (const id of [ACCOUNT, OLDER, 'qm:f58131cb-b67d-43c7-b30d-6b58d40bd077'])
          expect(JSON.stringify(entries)).not.toContain(id);
      }),
    );
  });
});

describe('an entry', () => {
  const deed = { actor: { kind: 'app' }, action: 'settings.changed', target: asReason('x') } as const;

  test('has each text within its own limit, and what is cut can be compared', () => {
    const long = 'x'.repeat(LONGEST_TEXT + 1);
    expect(limited('x'.repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT);
    expect(limited(long).length).toBeLessThan(LONGEST_TEXT);
    expect(limited(long)).not.toBe(limited(`${long}y`));
  });

  test('keeps the last line, however long those before it are', () => {
    const texts = fc.array(fc.string({ maxLength: 3000 }), { maxLength: 200 });
    fc.assert(
      fc.property(texts, (padding) => {
        const last = because('value-changed', { name: 'resolveSelects', from: '"10001"', to: '"10002"' });
        const lines = [
          ...padding.map((text) => because('value-changed', { name: text, from: text, to: text })),
          last,
        ];
        const entries = toEntries({ ...deed, change: asReason(''), lines }, { kind: 'app' }, 'then');
        const kept = entries.flatMap((entry) => (entry.lines ?? []) as unknown[]);
        expect(kept).toHaveLength(lines.length);
        expect(kept.at(-1)).toEqual(last);
        for (const entry of entries)
          expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(2 * LINES_BYTES);
      }),
      { numRuns: 50 },
    );
  });
});
