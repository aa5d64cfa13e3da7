import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lens, RiskRule } from '../../../sandbox/aws/lens/lens';
import { answeredRisk } from '../../../sandbox/aws/lens/risk';
import { type Condition, choicesIn, isMet, parseCondition } from '../../../sandbox/aws/lens/risk-condition';

describe('a risk condition', () => {
  it.each([
    ['A', 'A', true],
    ['A', '', false],
    ['!A', '', true],
    ['A && B', 'A', false],
    ['A && B', 'A B', true],
    ['A || B', 'B', true],
    ['A || B && C', 'A', true],
    ['(A || B) && C', 'A', false],
    ['!A || !B', 'A B', false],
    ['!(A && B)', 'A', true],
    ['!!A', 'A', true],
    ['  A&&(B||!C)  ', 'A', true],
    ['((choice_1 || choice_2) && choice_3) || (!choice_1 && choice_3)', 'choice_3', true],
    ['default', '', true],
  ])('%s with "%s" selected', (text, selected, expected) => {
    expect(isMet(parseCondition(text), new Set(selected.split(' ').filter(Boolean)))).toBe(expected);
  });

  it.each([
    ['', 'a choice id was expected at the end'],
    ['A &&', 'a choice id was expected at the end'],
    ['A B', '"B" was not expected after a complete condition'],
    ['A & B', 'column 2 is neither a choice id nor an operator'],
    ['(A', 'a closing parenthesis is missing'],
    ['A)', '")" was not expected after a complete condition'],
    ['&& A', 'a choice id was expected, not "&&"'],
    ['A; process.exit()', 'column 2 is neither a choice id nor an operator'],
    ['('.repeat(100_000), 'it nests deeper than 200 levels'],
  ])('%.20s is refused', (text, message) => {
    expect(() => parseCondition(text)).toThrow(message);
  });
});

const NAMES = ['A', 'B', 'C', 'D'] as const;
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...NAMES),
    tie('tree').map((inner) => `!(${inner})`),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => `(${left}) && (${right})`),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => `(${left}) || (${right})`),
  ),
}));

describe('laws of conditions', () => {
  const both = (text: string, selected: readonly string[]): [Condition, ReadonlySet<string>] => [
    parseCondition(text),
    new Set(selected),
  ];

  it('negation turns every answer round', () => {
    fc.assert(
      fc.property(tree, fc.subarray([...NAMES]), (text, selected) => {
        const [condition, set] = both(text, selected);
        expect(isMet(parseCondition(`!(${text})`), set)).toBe(!isMet(condition, set));
      }),
    );
  });

  it('choices that it does not name do not matter', () => {
    fc.assert(
      fc.property(tree, fc.subarray([...NAMES]), (text, selected) => {
        const [condition, set] = both(text, selected);
        const named = new Set(choicesIn(condition));
        expect(isMet(condition, new Set([...set].filter((id) => named.has(id))))).toBe(isMet(condition, set));
      }),
    );
  });
});

describe('the risk of a custom lens question', () => {
  const lens: Lens = { form: 'custom', name: 'L', version: '1', pillars: [] };
  const risk = (riskRules: readonly RiskRule[], ...selected: string[]) =>
    answeredRisk(lens, { id: 'q', title: 'Q', choices: [], riskRules }, new Set(selected), new Set());
  const rules: readonly RiskRule[] = [
    { condition: 'A && B', risk: 'NO_RISK' },
    { condition: 'A', risk: 'MEDIUM_RISK' },
    { condition: 'default', risk: 'HIGH_RISK' },
  ];

  it.each([
    ['the first rule that holds wins', rules, ['A', 'B'], 'NONE'],
    ['a later rule', rules, ['A'], 'MEDIUM'],
    ['the default', rules, [], 'HIGH'],
    ['a default that stands first wins over all', [...rules].reverse(), ['A', 'B'], 'HIGH'],
    ['no rule holds', rules.slice(0, 2), ['C'], 'NONE'],
  ])('%s', (_what, given, selected, expected) => {
    expect(risk(given, ...selected)).toBe(expected);
  });
});
