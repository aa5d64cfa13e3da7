import { describe, expect, it } from '@jest/globals';
import { validateAdf } from '../../../sandbox/jira/adf/validate-adf';

const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const panel = (...content: unknown[]) => ({ type: 'panel', attrs: { panelType: 'info' }, content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const list = (...content: unknown[]) => ({ type: 'bulletList', content });
const document = (...content: unknown[]) => ({ version: 1, type: 'doc', content });

const LINK = { type: 'link', attrs: { href: 'https://docs.aws.amazon.com/' } };

const VALID: readonly [what: string, ...content: unknown[]][] = [
  ['nothing at all'],
  ['an empty paragraph', { type: 'paragraph' }],
  ['a text', paragraph(text('one'))],
  ['strong and emphasised text', paragraph(text('one', { type: 'strong' }, { type: 'em' }))],
  ['a link in code', paragraph(text('one', { type: 'code' }, LINK))],
  ['a heading', { type: 'heading', attrs: { level: 3 }, content: [text('one')] }],
  ['a list in a list', list(item(paragraph(text('one')), list(item(paragraph(text('two'))))))],
  ['a list in a panel', panel(paragraph(text('one')), list(item(paragraph(text('two')))))],
  ['code and a rule', { type: 'codeBlock', content: [text('one')] }, { type: 'rule' }],
  ['local ids, which Jira adds', { type: 'paragraph', attrs: { localId: 'a1' }, content: [text('one')] }],
];

const INVALID: readonly [what: string, document: unknown, problem: RegExp][] = [
  ['plain text', 'text', /^document must be object/],
  ['no document', undefined, /document/],
  ['no version', { type: 'doc', content: [] }, /version/],
  [
    'an empty text',
    document(paragraph(text(''))),
    /\/content\/0\/content\/0\/text must NOT have fewer than 1/,
  ],
  ['code with strong', document(paragraph(text('one', { type: 'code' }, { type: 'strong' }))), /marks/],
  ['marks: null', document(paragraph({ type: 'text', text: 'one', marks: null })), /marks must be array/],
  ['a mark of no kind', document(paragraph(text('one', { type: 'blink' }))), /marks\/0/],
  [
    'a mark twice',
    document(paragraph(text('one', LINK, LINK))),
    /^\/content\/0\/content\/0\/marks has a mark twice/,
  ],
  ['a link to nowhere', document(paragraph(text('one', { type: 'link', attrs: {} }))), /href/],
  ['a heading without level', document({ type: 'heading', content: [text('one')] }), /attrs/],
  [
    'a heading of level 7',
    document({ type: 'heading', attrs: { level: 7 }, content: [] }),
    /level must be <= 6/,
  ],
  ['an empty list', document(list()), /fewer than 1 items/],
  ['text straight in a list item', document(list(item(text('one')))), /content\/0\/content\/0/],
  ['a panel in a panel', document(panel(panel(paragraph(text('one'))))), /content\/0\/content\/0/],
  [
    'a panel of no kind',
    document({ type: 'panel', attrs: { panelType: 'blue' }, content: [paragraph()] }),
    /panelType/,
  ],
  ['text straight in the document', document(text('one')), /content\/0/],
  ['a node of no kind', document({ type: 'marquee' }), /content\/0/],
  [
    'an unknown attribute',
    document({ type: 'paragraph', attrs: { align: 'left' }, content: [] }),
    /additional/,
  ],
];

describe('an ADF document is valid with', () => {
  it.each(VALID)('%s', (_what, ...content) => {
    expect(validateAdf(document(...content))).toBeUndefined();
  });
});

describe('an ADF document is invalid with', () => {
  it.each(INVALID)('%s', (_what, invalid, problem) => {
    expect(validateAdf(invalid)).toMatch(problem);
  });
});

describe('a whole review', () => {
  it('of 400 descriptions is validated in well under a second', () => {
    const rich = document(
      panel(paragraph(text('High risk', { type: 'strong' }))),
      ...Array.from({ length: 6 }, (_, index) => paragraph(text(`${index}`, LINK))),
      list(...Array.from({ length: 6 }, (_, index) => item(paragraph(text(`${index}`))))),
    );
    const started = performance.now();
    for (let count = 0; count < 400; count += 1) expect(validateAdf(rich)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
