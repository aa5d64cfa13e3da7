/**
 * Builds ADF documents that Jira accepts. Every function answers `undefined` where there is nothing to show
 * and takes such answers as parts, so that an empty text or list (which Jira refuses with an opaque 400)
 * cannot arise.
 */
import { truncate } from '../../truncate';
import type { AdfDocument, AdfMark } from '../model';
import { singleLine } from '../text';
import { fit } from './fit';
import type { Block, BulletList, Heading, Panel, PanelContent, PanelType, Paragraph, Text } from './nodes';

type Maybe<T> = T | undefined;

/** The longest text of one node; the whole document is bounded by `fit`. */
const MAX_TEXT = 4_000;
const MAX_HREF = 2_000;

/** Whole document, shortened where it would near Jira's limit. */
export function doc(...blocks: readonly Maybe<Block>[]): AdfDocument {
  return { version: 1, type: 'doc', content: fit(present(blocks)) };
}

export function paragraph(...texts: readonly Maybe<Text>[]): Maybe<Paragraph> {
  const content = present(texts);
  return content.length > 0 ? { type: 'paragraph', content } : undefined;
}

/** One paragraph for each line of a text that is not blank. */
export function paragraphs(value: string): readonly Paragraph[] {
  return present(value.split(/[\r\n\u2028\u2029]+/u).map((line) => paragraph(text(line.trim()))));
}

export function heading(level: Heading['attrs']['level'], ...texts: readonly Maybe<Text>[]): Maybe<Heading> {
  const content = present(texts);
  return content.length > 0 ? { type: 'heading', attrs: { level }, content } : undefined;
}

/** Each item is one line of texts. */
export function bulletList(...items: readonly (readonly Maybe<Text>[])[]): Maybe<BulletList> {
  const content = present(items.map((item) => paragraph(...item))).map(
    (line) => ({ type: 'listItem', content: [line] }) as const,
  );
  return content.length > 0 ? { type: 'bulletList', content } : undefined;
}

export function panel(panelType: PanelType, ...blocks: readonly Maybe<PanelContent>[]): Maybe<Panel> {
  const content = present(blocks);
  return content.length > 0 ? { type: 'panel', attrs: { panelType }, content } : undefined;
}

export function text(value: string): Maybe<Text> {
  return textNode(value);
}

export function strong(value: string): Maybe<Text> {
  return textNode(value, { type: 'strong' });
}

/** A link to a web page; any other address (`javascript:`, relative, broken) gives its text alone. */
export function link(value: string, address: string): Maybe<Text> {
  const href = webAddress(address);
  if (href === undefined) return textNode(value);
  return textNode(value.trim() === '' ? href : value, { type: 'link', attrs: { href } });
}

function textNode(value: string, mark?: AdfMark): Maybe<Text> {
  const clean = truncate(singleLine(value), MAX_TEXT);
  if (clean === '') return undefined;
  return mark === undefined ? { type: 'text', text: clean } : { type: 'text', text: clean, marks: [mark] };
}

function webAddress(address: string): Maybe<string> {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= MAX_HREF ? href : undefined;
}

function present<T>(values: readonly Maybe<T>[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
