/** The words of the pages: messages that can be read, given what they need, in data that imports nothing. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bind, type Texts, type Values } from '../../../static/app/src/texts/message';
import { mark, markMessage } from '../../../static/app/src/texts/mark';

const WORDS = path.join(__dirname, '../../../words/en/pages');

/** The library is an ES module, which jest's own require cannot load: a process of its own makes all texts at once. */
const MAKER = `
  import { readFileSync } from 'node:fs';
  import { IntlMessageFormat } from 'intl-messageformat';
  const made = JSON.parse(readFileSync(0, 'utf8')).map(([message, values]) => {
    const given = values ?? new Proxy({}, { get: () => 2, has: () => true, getOwnPropertyDescriptor: () => ({ configurable: true, value: 2 }) });
    try { return String(new IntlMessageFormat(message, 'en').format(given)); } catch (error) { return { error: error.message }; }
  });
  console.log(JSON.stringify(made));
`;

/** Without values every argument is 2. */
function make(cases: readonly (readonly [message: string, values?: Values])[]): readonly unknown[] {
  const options = { cwd: __dirname, input: JSON.stringify(cases), encoding: 'utf8' as const };
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', MAKER], options);
  return JSON.parse(out) as readonly unknown[];
}

interface Entry {
  readonly name: string;
  readonly message: string;
}

function entriesOf(group: object, prefix: string): readonly Entry[] {
  return Object.entries(group).flatMap(([name, entry]: [string, string | object]) =>
    typeof entry === 'string'
      ? [{ name: `${prefix}.${name}`, message: entry }]
      : entriesOf(entry, `${prefix}.${name}`),
  );
}

const files = fs.readdirSync(WORDS);

describe('the catalogue', () => {
  test('is data alone', () => {
    for (const file of files) {
      const text = fs.readFileSync(path.join(WORDS, file), 'utf8');
      expect([file, /\bimport\b.* from |require\(|=>|`/u.test(text)]).toEqual([file, false]);
    }
  });

  let entries: readonly Entry[];
  let made: readonly unknown[];
  beforeAll(async () => {
    const catalogues = files.map(async (file) =>
      entriesOf((await import(path.join(WORDS, file))) as object, file),
    );
    entries = (await Promise.all(catalogues)).flat();
    made = make(entries.map(({ message }) => [message]));
  });

  test.each(files)('of %s: every message can be read', (file) => {
    const wrong = entries.flatMap(({ name, message }, nth) => {
      if (!name.startsWith(`${file}.`)) return [];
      const text = made[nth];
      // What needs nothing is shown as it stands in the file.
      const isRight =
        typeof text === 'string' && !/[{}#]/u.test(text) && (message.includes('{') || text === message);
      return isRight ? [] : [{ name, text }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('texts', () => {
  const say = (message: string, values?: Values) => String(make([values ? [message, values] : [message]])[0]);
  const texts = bind(
    {
      plain: 'Save',
      named: 'Sync {name}',
      counted: '{count, plural, =0 {No issue} one {# issue of {owner}} other {# issues of {owner}}}',
      list: ['One', 'Two'],
      group: { deep: '{n, number} of them' },
    } as const,
    say,
  );

  test('without arguments are texts, with arguments make them', () => {
    expect(texts.plain).toBe('Save');
    expect(texts.named({ name: 'Orders' })).toBe('Sync Orders');
    expect(texts.group.deep({ n: 1200 })).toBe('1,200 of them');
    expect([...texts.list]).toEqual(['One', 'Two']);
  });

  test.each([
    [0, 'No issue'],
    [1, '1 issue of Jira'],
    [1200, '1,200 issues of Jira'],
  ])('say %d by the rules of the language', (count, text) => {
    expect(texts.counted({ count, owner: 'Jira' })).toBe(text);
  });

  test('that are not given what they need do not compile', () => {
    const types = (all: Texts<{ readonly a: 'Of {owner}: {count, plural, other {#}}' }>) => {
      // @ts-expect-error the count is missing
      all.a({ owner: 'x' });
      // @ts-expect-error a count is a number
      all.a({ owner: 'x', count: '1' });
      return all.a({ owner: 'x', count: 1 });
    };
    expect(types).toBeInstanceOf(Function);
  });

  test('are made when they are read, not before', () => {
    let isKnown = false;
    const late = bind({ a: 'A' } as const, () => (isKnown ? 'known' : 'unknown'));
    isKnown = true;
    expect(late.a).toBe('known');
  });
});

test('the pseudo language leaves no English letter', () => {
  const all = 'The quick brown fox jumps over THE LAZY DOG';
  expect(mark(all)).not.toMatch(/[A-Za-z]/u);
  expect(mark(all)).toHaveLength(all.length);
});

test.each([
  ['Save', 'Šåṽé'],
  ['Sync {name} now', 'Šýñç {name} ñöŵ'],
  [
    '{n, plural, one {# risk} other {# risks of {name}}} left',
    '{n, plural, one {# ŕîšķ} other {# ŕîšķš öƒ {name}}} ļéƒţ',
  ],
])('of a message the text is marked and nothing else: %s', (message, marked) => {
  expect(markMessage(message)).toBe(marked);
});
