import { describe, expect, test } from '@jest/globals';
import {
  practiceDescription,
  practiceGuidance,
  questionGuidance,
} from '../../../src/wellarchitected/parse/guidance';
import type { WireChoice, WireContent } from '../../../src/wellarchitected/parse/wire';

const bare: WireChoice = {
  ChoiceId: 'sec_encrypt',
  Title: 'Encrypt',
  Description: undefined,
  HelpfulResource: undefined,
  ImprovementPlan: undefined,
  AdditionalResources: [],
};

const content = (Url?: string, DisplayText?: string): WireContent => ({ Url, DisplayText });

describe('guidance for a best practice', () => {
  test('of the Framework is the AWS page named by its id', () => {
    expect(practiceGuidance('framework', bare)).toEqual([
      {
        text: 'AWS guidance',
        url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_encrypt.html',
      },
    ]);
  });

  test('of another AWS lens stands on the question', () => {
    expect(practiceGuidance('aws', bare)).toEqual([]);
    expect(questionGuidance('https://docs.example/plan')).toEqual([
      { text: 'Improvement plan', url: 'https://docs.example/plan' },
    ]);
    expect(questionGuidance(undefined)).toEqual([]);
  });

  test('of a custom lens is what the lens links to, each address once', () => {
    const choice = {
      ...bare,
      HelpfulResource: content('https://docs.example/a', 'A long text'),
      ImprovementPlan: content('https://docs.example/a'),
      AdditionalResources: [
        { Content: [content('https://docs.example/b', 'More\nto read'), content('https://docs.example/c')] },
      ],
    };
    expect(practiceGuidance('custom', choice)).toEqual([
      { text: 'Helpful resource', url: 'https://docs.example/a' },
      { text: 'More to read', url: 'https://docs.example/b' },
      { text: 'Additional resource', url: 'https://docs.example/c' },
    ]);
  });

  test('that is no web address is dropped, alone', () => {
    const choice = {
      ...bare,
      HelpfulResource: content('javascript:alert(1)', 'Click'),
      ImprovementPlan: content('https://docs.example/plan'),
    };
    expect(practiceGuidance('custom', choice)).toEqual([
      { text: 'Improvement plan', url: 'https://docs.example/plan' },
    ]);
  });

  test('has link texts that fit on a line', () => {
    const choice = {
      ...bare,
      AdditionalResources: [{ Content: [content('https://docs.example', 'word '.repeat(100))] }],
    };
    expect(practiceGuidance('custom', choice)[0]?.text.length).toBeLessThanOrEqual(120);
  });
});

describe('the description of a best practice', () => {
  test('joins what it is and, for a custom lens, what to do; the same text once', () => {
    const choice = {
      ...bare,
      HelpfulResource: content(undefined, 'Why'),
      ImprovementPlan: content(undefined, 'What to do'),
    };
    expect(practiceDescription(choice)).toBe('Why\n\nWhat to do');
    expect(practiceDescription({ ...choice, Description: 'Why' })).toBe('Why\n\nWhat to do');
  });

  test('is absent where there is none', () => {
    expect(practiceDescription(bare)).toBeUndefined();
    expect(practiceDescription({ ...bare, Description: '' })).toBeUndefined();
  });
});
