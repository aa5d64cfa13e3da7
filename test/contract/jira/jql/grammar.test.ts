import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileJql } from '../../../../sandbox/jira/jql/compile';
import { KEYWORDS, RESERVED_WORDS } from '../../../../sandbox/jira/jql/reserved-words';
import {
  jqlString,
  movedWithin,
  newestFirst,
  oursOfType,
  allClaims,
  claimsBut,
  claimsOf,
  claimsOfOthers,
  openSubtasks,
} from '../../../../src/jira/client/jql';
import { FOUND, ORDERED } from '../../../unit/jql/answered';
import { printJql } from '../../../unit/jql/print';
import { query } from '../../../unit/jql/queries';
import { INVALID, UNREADABLE } from '../../../unit/jql/refused';
import { CONTEXT } from '../../../unit/jql/site';
import { expectAgreement, readLocally } from './agree';
import { readOfficially } from './official-grammar';

/** Atlassian's own tests of its grammar, which its package brings along. */
const OFFICIAL_CASES = path.join(
  path.dirname(require.resolve('@atlaskit/jql-parser/package.json')),
  'test-utils/data',
);

function officialCases(): [file: string, valid: string[], invalid: string[]][] {
  return readdirSync(OFFICIAL_CASES).map((file) => {
    const { valid, invalid } = JSON.parse(readFileSync(path.join(OFFICIAL_CASES, file), 'utf8')) as {
      valid: string[];
      invalid: string[];
    };
    return [file, valid, invalid];
  });
}

/** Enough of JQL, and of what is not JQL, that any order of these is now and then a query. */
const FRAGMENTS = [
  ...['a', 'Ab-1', '-1', '12', '0x', '.p', '"q r"', "'s'", '""', '"\\u0041"', '\\n', 'b\\ c', '"\\x"', '"'],
  ...['é', '日本', '😀', '\u00a0', '\u0085', '\ufeff', '\ufdd0', '\t', '\n', '@', '{', ';', '+', '%', '\\'],
  ...['=', '!=', '!', '<', '<=', '>', '>=', '~', '!~', '(', ')', '[', ']', ',', '&', '&&', '|', '||'],
  ...[' and ', ' OR ', ' not ', ' in ', ' is ', ' empty ', ' Null ', ' was ', ' changed ', ' order by '],
  ...[
    ' asc',
    ' desc',
    ' before ',
    ' after ',
    ' on ',
    ' during ',
    ' by ',
    ' from ',
    ' to ',
    'cf[1]',
    'cf',
    'limit',
  ],
  ...[' ', 'f()', 'f(1, x)', '(1, "2")', 'issue.property[k].p', 'a = b', ' and c in (d)', ' order by e'],
];
const fragment = fc.constantFrom(...FRAGMENTS);
const soup = fc.array(fragment, { maxLength: 12 }).map((fragments) => fragments.join(''));

/** A query with some of its text taken out and something else put in. */
const damaged = fc
  .tuple(query.map(printJql), fc.nat(), fc.nat({ max: 3 }), fc.oneof(fragment, fc.constant('')))
  .map(([text, at, length, instead]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + instead + text.slice(start + length);
  });

describe("the local site's grammar of JQL, beside Atlassian's parser", () => {
  it.each(officialCases())(
    "reads what Atlassian's own tests read, and no more: %s",
    (_file, valid, invalid) => {
      for (const text of [...valid, ...invalid]) expectAgreement(text);
      expect(valid.filter((text) => !readOfficially(text).ok)).toEqual([]);
    },
  );

  it('agrees on every query that the unit tests ask', () => {
    const texts = [...FOUND, ...ORDERED].map(([, text]) => text);
    for (const text of [...texts, ...UNREADABLE.map(([jql]) => jql), ...INVALID.map(([jql]) => jql)]) {
      expectAgreement(text);
    }
    expect(texts.filter((text) => !readOfficially(text).ok)).toEqual([]);
  });

  it('agrees on every query that can be written', () => {
    fc.assert(
      fc.property(query, (written) => expectAgreement(printJql(written))),
      { numRuns: 300 },
    );
  });

  it('agrees on queries with a fault', () => {
    fc.assert(
      fc.property(damaged, (text) => expectAgreement(text)),
      { numRuns: 300 },
    );
  });

  it('agrees on any order of parts of JQL', () => {
    fc.assert(
      fc.property(soup, (text) => expectAgreement(text)),
      { numRuns: 500 },
    );
  });

  it('agrees on every character, unquoted, quoted and after a backslash', () => {
    // Latin 1, then the borders of the ranges that JQL treats apart.
    const codes = [
      ...Array(0x100).keys(),
      0x2028,
      0xd7ff,
      0xe000,
      0xfdcf,
      0xfdd0,
      0xfdef,
      0xfdf0,
      0xfffd,
      0xfffe,
      0xffff,
    ];
    for (const character of codes.map((code) => String.fromCharCode(code))) {
      for (const text of [`a = x${character}y`, `a = "${character}"`, `a = '\\${character}'`]) {
        expectAgreement(text);
      }
    }
  });

  it.each([...RESERVED_WORDS, ...KEYWORDS])('keeps %j for itself, in any case', (word) => {
    for (const spelt of [word, word.toUpperCase(), `${word}x`, `"${word}"`]) {
      expectAgreement(`a = ${spelt}`);
      expectAgreement(`${spelt} = a`);
    }
  });

  it('answers no query that Atlassian would not read', () => {
    fc.assert(
      fc.property(fc.oneof(soup, damaged), (text) => {
        if (compileJql(text, CONTEXT).ok)
          expect({ text, ok: readOfficially(text).ok }).toEqual({ text, ok: true });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the queries that the app sends', () => {
  const texts = fc.string({ unit: 'binary' });
  const claims = fc.record({
    workloadArn: texts,
    projectId: texts,
    creators: fc.array(texts, { minLength: 1, maxLength: 3 }),
  });
  const sent = fc.oneof(
    claims.map(allClaims),
    fc.tuple(claims, fc.array(texts, { maxLength: 3 })).map(([claim, ids]) => claimsBut(claim, ids)),
    claims.map(claimsOf),
    claims.map(claimsOfOthers),
    texts.map(newestFirst),
    fc.tuple(texts, texts).map(([project, type]) => oursOfType(project, type)),
    fc
      .tuple(fc.integer({ min: 1, max: 1e9 - 1 }), fc.array(texts, { minLength: 1, maxLength: 3 }))
      .map(([minutes, projects]) => movedWithin(minutes, projects)),
    fc.tuple(texts, fc.array(texts, { maxLength: 45 })).map(([project, arns]) => openSubtasks(project, arns)),
  );

  it("are read alike by both grammars, and by Atlassian's without an error", () => {
    fc.assert(
      fc.property(sent, (text) => {
        expectAgreement(text);
        expect({ text, ok: readOfficially(text).ok }).toEqual({ text, ok: true });
      }),
    );
  });

  it('say what they were given, whatever it is', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const read = readOfficially(`a = ${jqlString(value)}`);
        const term = { kind: 'term', field: { name: 'a' }, operator: '=', operand: { kind: 'text', value } };
        expect(read).toEqual({ ok: true, query: { where: term, orderBy: [] } });
      }),
    );
  });
});

describe('the comparison', () => {
  it.each([
    [
      'a grammar that takes OR for AND',
      'a = 1 or b = 2',
      (text: string) => readLocally(text.replace(' or ', ' and ')),
    ],
    [
      'a grammar that reads what is no query',
      'a = 1 b',
      (text: string) => readLocally(text.replace(' b', '')),
    ],
    ['a grammar that refuses what is a query', 'a = 1', () => readLocally('a =')],
  ])('finds %s', (_what, text, read) => {
    expect(() => expectAgreement(text, read)).toThrow();
  });
});
