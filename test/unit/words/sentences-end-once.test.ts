/** Sentences end once, and say something after a colon, whatever stands in them. */
import { describe, expect, test } from '@jest/globals';
import { english } from '../../../words/en';
import { formatter } from '../../../words/format';
import { sayIn } from '../../../words/say';
import { named } from './said';
import { SAMPLES } from './samples';

const say = formatter(english, sayIn('en'));

/** Two periods, a blank before one, two blanks, nothing behind a colon. */
const UGLY = /\.\.|\s\.(?:\s|$)|\S {2}|:\s*$/u;

const A_SENTENCE = 'It failed.';

describe('no sentence ends twice', () => {
  test.each(Object.entries(SAMPLES))('%s, as its sample says', (code, [params]) => {
    expect(say({ code, params })).not.toMatch(UGLY);
  });

  test.each(Object.entries<string>(english))('%s, where what it quotes are sentences', (code, message) => {
    const isNumber = (name: string) =>
      new RegExp(`\\{${name}, (?:plural|number|selectordinal)`, 'u').test(message);
    const params = [...named(message)].map((name) => [name, isNumber(name) ? 2 : A_SENTENCE]);
    expect(say({ code, params: Object.fromEntries(params) as Record<string, string> })).not.toMatch(UGLY);
  });

  test('a reason in a reason, and an ellipsis, which stays', () => {
    const said = (text: string) => ({ code: 'jira-said', params: { words: { quote: text } } });
    const call = { code: 'text', params: { text: 'read it' } };
    const words = (text: string) => say({ code: 'jira-refused-call', params: { call, said: said(text) } });
    expect(words('No.')).toBe('Could not read it: No.');
    expect(words('No…')).toBe('Could not read it: No….');
  });
});
