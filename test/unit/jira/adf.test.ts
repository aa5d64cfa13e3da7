import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import {
  bulletList,
  doc,
  heading,
  link,
  panel,
  paragraph,
  paragraphs,
  strong,
  text,
} from '../../../src/jira/adf/builder';
import { fingerprint } from '../../../src/jira/adf/fingerprint';
import type { AdfDocument, AdfMark, AdfNode } from '../../../src/jira/model';

const isValid = new Ajv({ strict: false }).compile(fullSchema);

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', ' ', '\n', '\u0000'),
);
const address = fc.oneof(
  fc.webUrl(),
  words,
  fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '/x'),
);
const inline = fc.oneof(
  words.map(text),
  words.map(strong),
  fc.tuple(words, address).map(([w, a]) => link(w, a)),
);
const inlines = fc.array(inline, { maxLength: 4 });
const flat = fc.oneof(
  inlines.map((parts) => paragraph(...parts)),
  inlines.map((parts) => heading(3, ...parts)),
  fc.array(inlines, { maxLength: 4 }).map((items) => bulletList(...items)),
);
const block = fc.oneof(
  flat,
  fc.array(flat, { maxLength: 3 }).map((parts) => panel('info', ...parts)),
);
const anyDocument = fc.array(block, { maxLength: 8 }).map((blocks) => doc(...blocks));

describe('the builder', () => {
  test('builds nothing that Atlassian’s schema refuses', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect({ valid: isValid(document), errors: isValid.errors }).toEqual({ valid: true, errors: null });
      }),
    );
  });

  test('stays far under Jira’s 32,767 characters however much it is given', () => {
    const long = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), fc.nat(500))
      .map(([word, times]) => word.repeat(times));
    fc.assert(
      fc.property(fc.array(long, { minLength: 5, maxLength: 30 }), (texts) => {
        const list = bulletList(...texts.map((value) => [strong(value)]));
        const document = doc(...texts.flatMap(paragraphs), list);
        expect(JSON.stringify(document).length).toBeLessThan(29_000);
        expect(isValid(document)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('keeps the items of a long list that fit, and says that it was shortened', () => {
    const items = Array.from({ length: 400 }, (_, index) => [text(`item ${index} ${'x'.repeat(80)}`)]);
    const [list, note] = doc(bulletList(...items), paragraph(text('after'))).content;
    expect(list?.content?.length).toBeGreaterThan(100);
    expect(JSON.stringify(list)).toContain('item 0 ');
    expect(textOf(note!)).toBe('… (shortened)');
  });

  test.each([
    ['no text', doc(paragraph(text(''))), []],
    ['no items', doc(bulletList([], [text('')])), []],
    ['control characters', doc(paragraph(text('a\u0000\tb'))), ['a b']],
    ['lines of a text', doc(...paragraphs('one\r\n\r\n two ')), ['one', 'two']],
    ['an address that is not of the web', doc(paragraph(link('click', 'javascript:alert(1)'))), ['click']],
    [
      'an address without a text',
      doc(paragraph(link(' ', 'https://example.com/a b'))),
      ['https://example.com/a%20b'],
    ],
  ])('given %s', (_, document, expected) => {
    expect(document.content.map(textOf)).toEqual(expected);
    expect(JSON.stringify(document)).not.toContain('javascript');
  });
});

describe('the fingerprint', () => {
  test('is the same for what Jira gives back', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(fingerprint(asJiraReturns(document))).toBe(fingerprint(document));
      }),
    );
  });

  test('of no description is that of an empty one', () => {
    expect(fingerprint(undefined)).toBe(fingerprint(doc()));
  });

  test('is the same when neighbouring texts with equal marks are merged', () => {
    const apart = doc(paragraph(text('a'), text('b'), strong('c'), strong('d')));
    expect(fingerprint(apart)).toBe(fingerprint(doc(paragraph(text('ab'), strong('cd')))));
  });

  test('is the same whatever the order of marks and attributes', () => {
    const attrs = { href: 'https://example.com/', title: 't' };
    const turned = { title: 't', href: 'https://example.com/' };
    const one = marked([{ type: 'strong' }, { type: 'link', attrs }]);
    expect(fingerprint(marked([{ type: 'link', attrs: turned }, { type: 'strong' }]))).toBe(fingerprint(one));
    expect(fingerprint(marked([{ type: 'strong' }]))).not.toBe(fingerprint(one));
  });

  const base = doc(heading(3, text('T')), paragraph(link('x', 'https://example.com/1'), text(' y')));
  test.each([
    ['another word', doc(heading(3, text('T')), paragraph(link('x', 'https://example.com/1'), text(' z')))],
    [
      'another address',
      doc(heading(3, text('T')), paragraph(link('x', 'https://example.com/2'), text(' y'))),
    ],
    ['another level', doc(heading(2, text('T')), paragraph(link('x', 'https://example.com/1'), text(' y')))],
    ['another mark', doc(heading(3, strong('T')), paragraph(link('x', 'https://example.com/1'), text(' y')))],
    ['another order', doc(paragraph(link('x', 'https://example.com/1'), text(' y')), heading(3, text('T')))],
    ['one text less', doc(heading(3, text('T')))],
  ])('tells %s', (_, changed) => {
    expect(fingerprint(changed)).not.toBe(fingerprint(base));
  });
});

function marked(marks: readonly AdfMark[]): AdfDocument {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }];
  return { version: 1, type: 'doc', content };
}

/** Adds what Jira adds, and writes what is absent as null. */
function asJiraReturns(document: AdfDocument): AdfDocument {
  return { ...document, content: document.content.map(nodeAsReturned) };
}

function nodeAsReturned(node: AdfNode, index: number): AdfNode {
  const marks = node.marks?.map((mark) =>
    mark.attrs ? { attrs: { title: null, ...mark.attrs }, type: mark.type } : { type: mark.type },
  );
  if (node.type === 'text') return { ...node, ...(marks && { marks: marks.toReversed() }) };
  const attrs = { localId: `id-${index}`, ...node.attrs };
  return { attrs, type: node.type, content: (node.content ?? []).map(nodeAsReturned) };
}

function textOf(node: AdfNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join('');
}
