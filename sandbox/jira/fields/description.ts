import { validateAdf } from '../adf/validate-adf';
import type { AdfDocument } from '../model/issue';
import { type FieldScope, type Reading, accept, reject } from './reading';

/** Jira's limit of a text field. That an ADF document is measured as its JSON is unverified (J14). */
const MAX_LENGTH = 32_767;

/** Nodes that Jira gives a local id of their own when it stores a document. */
const WITH_LOCAL_ID: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'rule',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
]);

/** An ADF document, or null for none. Jira calls an invalid one INVALID_INPUT and says no more. */
export function readDescription(value: unknown, scope: FieldScope): Reading {
  if (value === null) return accept({ description: undefined });
  if (typeof value !== 'object' || Array.isArray(value)) {
    return reject(
      'description',
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    );
  }
  if (validateAdf(value) !== undefined) {
    return { ok: false, problem: { errorMessages: ['INVALID_INPUT'], errors: {} } };
  }
  if (JSON.stringify(value).length > MAX_LENGTH) {
    return reject(
      'description',
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    );
  }
  return accept({ description: withLocalIds(value as AdfDocument, scope.project.uuid) });
}

/**
 * The document as Jira gives it back: not byte for byte what was sent. The same document gets the same
 * ids, so that sending it again changes nothing.
 */
function withLocalIds(document: AdfDocument, seed: string): AdfDocument {
  let ordinal = 0;
  const prefix = seed.slice(0, 8);

  function normalise(node: unknown): unknown {
    if (typeof node !== 'object' || node === null) return node;
    const { attrs, content, ...rest } = node as AdfNode;
    const own = localId(rest.type, attrs);
    const children = content?.map(normalise);
    return {
      ...rest,
      ...(own === undefined ? {} : { attrs: own }),
      ...(children === undefined ? {} : { content: children }),
    };
  }

  function localId(type: unknown, attrs: AdfNode['attrs']): AdfNode['attrs'] {
    if (typeof type !== 'string' || !WITH_LOCAL_ID.has(type)) return attrs;
    ordinal += 1;
    return { ...attrs, localId: attrs?.localId ?? `${prefix}${ordinal.toString(16).padStart(4, '0')}` };
  }

  return normalise(document) as AdfDocument;
}

interface AdfNode {
  readonly type?: unknown;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly unknown[];
}
