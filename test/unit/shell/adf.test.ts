import { describe, expect, test } from '@jest/globals';
import { adf } from '../../../sandbox/shell/issue/adf';

const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const linked = (href: unknown) => doc(paragraph(text('here', { type: 'link', attrs: { href } })));
const heading = (level: number) => ({ type: 'heading', attrs: { level }, content: [text(`H${level}`)] });
const item = (words: string) => ({ type: 'listItem', content: [paragraph(text(words))] });

async function shown(document: unknown): Promise<string> {
  return String(await adf(document)).replace(/\s*\n\s*/g, '');
}

test.each([
  ['paragraphs', doc(paragraph(text('one')), paragraph(text('two'))), '<p>one</p><p>two</p>'],
  ['lists', doc({ type: 'bulletList', content: [item('a')] }), '<ul><li><p>a</p></li></ul>'],
  ['numbered lists', doc({ type: 'orderedList', content: [item('a')] }), '<ol><li><p>a</p></li></ol>'],
  [
    'words that stand out',
    doc(paragraph(text('a', { type: 'strong' }, { type: 'em' }))),
    '<em><strong>a</strong></em>',
  ],
  ['code', doc(paragraph(text('a<b', { type: 'code' }))), '<code>a&lt;b</code>'],
  [
    'blocks of code',
    doc({ type: 'codeBlock', content: [text('a && b')] }),
    '<code>a &amp;&amp; b</code></pre>',
  ],
  ['line ends', doc(paragraph(text('a'), { type: 'hardBreak' }, text('b'))), 'a<br />b'],
  [
    'panels',
    doc({ type: 'panel', attrs: { panelType: 'warning' }, content: [] }),
    'class="adf-panel adf-panel-warning"',
  ],
  [
    'panels of no known kind',
    doc({ type: 'panel', attrs: { panelType: '" x="' }, content: [] }),
    'adf-panel-info"',
  ],
  [
    'what it does not know, by its text',
    doc({ type: 'expand', content: [paragraph(text('in'))] }),
    '<p>in</p>',
  ],
  ['markup as text', doc(paragraph(text('<img src=x>'))), '<p>&lt;img src=x&gt;</p>'],
])('shows %s', async (_name, document, expected) => {
  expect(await shown(document)).toContain(expected);
});

describe('links', () => {
  test.each(['https://docs.aws.amazon.com/a?b=1&c=2', 'http://example.com/'])('lead to %s', async (href) => {
    expect(await shown(linked(href))).toContain(`<a href="${href.replaceAll('&', '&amp;')}"`);
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/shell/user',
    'https://',
    undefined,
    7,
  ])('lead not to %s', async (href) => {
    const html = await shown(linked(href));
    expect(html).not.toContain('<a');
    expect(html).toContain('here');
  });

  test('cannot break out of their attribute', async () => {
    expect(await shown(linked('https://a.example/"onclick="x'))).not.toContain('"onclick=');
  });
});

test.each([
  [[1, 2], '<h3>H1</h3><h4>H2</h4>'],
  [[3, 5], '<h3>H3</h3><h5>H5</h5>'],
  [[6], '<h3>H6</h3>'],
])('headings %j begin below those of the page', async (levels, expected) => {
  expect(await shown(doc(...levels.map(heading)))).toContain(expected);
});

test.each([undefined, null, 'text', 7, { type: 7 }, []])('shows nothing for %j', async (document) => {
  expect(await shown(document)).toBe('');
});
