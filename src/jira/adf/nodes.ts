/**
 * The few ADF nodes that the app writes, each typed so that it nests only where Atlassian's schema allows.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
import type { AdfMark } from '../model';

export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly AdfMark[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Text[];
}

export interface Heading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 | 4 | 5 | 6 };
  readonly content: readonly Text[];
}

export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly [Paragraph];
}

export interface BulletList {
  readonly type: 'bulletList';
  readonly content: readonly ListItem[];
}

export interface Panel {
  readonly type: 'panel';
  readonly attrs: { readonly panelType: PanelType };
  readonly content: readonly PanelContent[];
}

export type PanelType = 'info' | 'note' | 'warning' | 'error' | 'success';
export type PanelContent = Paragraph | Heading | BulletList;
export type Block = PanelContent | Panel;
