import type { AdfDocument, AdfMark, AdfNode } from '../model';

/** Attributes that Jira adds to nodes of its own accord. */
const ADDED_BY_JIRA: ReadonlySet<string> = new Set(['localId']);

/**
 * A canonical text of a document: equal for what the app sent and what Jira gives back for it, different
 * when somebody changed what a reader sees. Jira adds `localId`, orders attributes and marks as it likes,
 * writes absent attributes as null, merges neighbouring texts with equal marks, and knows no empty
 * description: it has none. That it changes nothing else is unverified (J3).
 */
export function fingerprint(document: AdfDocument | undefined): string {
  return document === undefined ? '[]' : JSON.stringify(canonicalContent(document.content));
}

function canonicalContent(nodes: readonly AdfNode[]): readonly unknown[] {
  return mergeTexts(nodes).map((node) => [
    node.type,
    canonicalAttributes(node.attrs),
    canonicalMarks(node.marks),
    node.text ?? canonicalContent(node.content ?? []),
  ]);
}

function mergeTexts(nodes: readonly AdfNode[]): readonly AdfNode[] {
  const merged: AdfNode[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && (node.text ?? '') === '') continue;
    const last = merged.at(-1);
    if (last !== undefined && continues(last, node)) {
      merged[merged.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

function continues(last: AdfNode, node: AdfNode): boolean {
  return last.type === 'text' && node.type === 'text' && marksKey(last) === marksKey(node);
}

function marksKey(node: AdfNode): string {
  return JSON.stringify(canonicalMarks(node.marks));
}

function canonicalMarks(marks: readonly AdfMark[] = []): readonly unknown[] {
  return marks
    .map((mark) => [mark.type, canonicalAttributes(mark.attrs)] as const)
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function canonicalAttributes(attributes: Readonly<Record<string, unknown>> = {}): readonly unknown[] {
  return Object.entries(attributes)
    .filter(([name, value]) => !ADDED_BY_JIRA.has(name) && value !== null && value !== undefined)
    .map(([name, value]) => [name, canonicalValue(value)] as const)
    .sort(([a], [b]) => compare(a, b));
}

function canonicalValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (typeof value !== 'object' || value === null) return value;
  return { object: canonicalAttributes(value as Record<string, unknown>) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
