import type { OurIssue } from '../jira/model';
import { descriptionHash, plainText } from './description';
import type { Content } from './entry';
import { canonicalJson, hash } from '../hash';
import type { Link } from './link';
import type { TextDifference, WrittenTexts } from './plan';

/** How one text compares: what the app last wrote, what AWS says now, what the issue says now. */
export type TextVerdict = 'same' | 'write' | 'theirs' | 'conflict';

/**
 * A text that a person edited is never overwritten: where AWS's own text changes too, that is a conflict.
 * `last` is undefined where it is unknown; a difference is then a conflict, never guessed.
 */
export function compareText(last: string | undefined, desired: string, current: string): TextVerdict {
  if (current === desired) return 'same';
  if (last === desired) return 'theirs';
  return last === current ? 'write' : 'conflict';
}

/** The hash that the property carries: of the texts and labels as the app last wrote them. */
export function writtenHash(texts: WrittenTexts): string {
  return hash(canonicalJson([texts.summary, texts.descriptionHash, [...texts.labels].sort()]));
}

export interface TextComparison {
  readonly summary: TextVerdict;
  readonly description: TextVerdict;
  readonly differences: readonly TextDifference[];
  /** What will count as written if the verdicts' writes succeed, and if they do not. */
  readonly updated: WrittenTexts;
  readonly kept: WrittenTexts;
  /** What the app last wrote; undefined where it is unknown. */
  readonly last: WrittenTexts | undefined;
}

/**
 * The description's hash where the app wrote none: the project's screens have none. Its descriptions always
 * have content, so this hash means nothing else.
 */
export const NO_DESCRIPTION = descriptionHash(undefined);

type ComparedIssue = Pick<
  OurIssue<{ readonly hash: string }>,
  'summary' | 'description' | 'labels' | 'property'
>;

/** Compares title and description; labels are compared by `labelChanges`. */
export function compareTexts(content: Content, issue: ComparedIssue, link: Link | undefined): TextComparison {
  const current = { summary: issue.summary, descriptionHash: descriptionHash(issue.description) };
  const last = lastWritten(content, issue, link, current);
  const summary = compareText(last?.summary, content.summary, current.summary);
  const description = compareDescription(content, last, current.descriptionHash);
  const isSame = (verdict: TextVerdict) => verdict === 'same';
  const written = (verdict: TextVerdict) => isSame(verdict) || verdict === 'write';
  const isSaid = isSame(description) || (last !== undefined && saysTheSame(content, last));
  const kept = {
    summary: isSame(summary) ? content.summary : (last?.summary ?? ''),
    descriptionHash: isSame(description) ? current.descriptionHash : (last?.descriptionHash ?? ''),
    ...valuesOf(isSaid ? content : last),
    labels: last?.labels ?? content.labels,
  };
  return {
    summary,
    description,
    differences: [
      ...(summary === 'conflict'
        ? [{ field: 'title' as const, ...old(last?.summary), new: content.summary, theirs: issue.summary }]
        : []),
      ...(description === 'conflict'
        ? [
            {
              field: 'description' as const,
              new: plainText(content.description),
              theirs: plainText(issue.description),
            },
          ]
        : []),
    ],
    kept,
    updated: {
      summary: written(summary) ? content.summary : kept.summary,
      descriptionHash: description === 'write' ? content.descriptionHash : kept.descriptionHash,
      ...valuesOf(description === 'write' ? content : kept),
      labels: last?.labels.length === 0 ? [] : content.labels,
    },
    last,
  };
}

type SaidNow = Pick<Content, 'descriptionHash' | 'values' | 'hashOfBefore'>;
type SaidLast = Pick<WrittenTexts, 'descriptionHash' | 'values'>;

/**
 * A description is what AWS's values are in the app's words, and it is the values that count: other words alone
 * are no reason to write, nor to tell anybody of a conflict.
 */
export function compareDescription(
  content: SaidNow,
  last: SaidLast | undefined,
  current: string,
): TextVerdict {
  if (last?.descriptionHash === NO_DESCRIPTION) return 'theirs';
  if (isInWordsOf(content, current)) return 'same';
  if (last === undefined || !saysTheSame(content, last))
    return compareText(last?.descriptionHash, content.descriptionHash, current);
  return current === last.descriptionHash ? 'same' : 'theirs';
}

/** Whether what the app last wrote says what it would write today. */
function saysTheSame(content: SaidNow, { values, descriptionHash }: SaidLast): boolean {
  return values === undefined ? isInWordsOf(content, descriptionHash) : values === content.values;
}

/** Whether a text says the values of today, in the words of today or in those of before values were remembered. */
function isInWordsOf({ descriptionHash, hashOfBefore }: SaidNow, text: string): boolean {
  return text === descriptionHash || text === hashOfBefore;
}

function valuesOf({ values }: { readonly values?: string } = {}): { readonly values?: string } {
  return values === undefined ? {} : { values };
}

function old(text: string | undefined): { old?: string } {
  return text ? { old: text } : {};
}

/**
 * What the app last wrote: from the link, or, where the store has none, from the issue itself if its
 * property's hash shows that nobody edited it since.
 */
function lastWritten(
  content: Content,
  issue: ComparedIssue,
  link: Link | undefined,
  current: { readonly summary: string; readonly descriptionHash: string },
): WrittenTexts | undefined {
  if (link) return link;
  const labels = content.labels.filter((label) => issue.labels.includes(label));
  const untouched = { ...current, labels };
  return writtenHash(untouched) === issue.property.hash ? untouched : undefined;
}

export interface LabelChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Labels change by add and remove only: ours are added back, ours of old are removed, others are the team's.
 * Where the app wrote no labels the project's screens have none.
 */
export function labelChanges(
  content: Pick<Content, 'labels'>,
  issue: Pick<OurIssue, 'labels'>,
  last: Pick<WrittenTexts, 'labels'> | undefined,
): LabelChanges {
  if (last?.labels.length === 0) return { add: [], remove: [] };
  const stale = (last?.labels ?? []).filter((label) => !content.labels.includes(label));
  return {
    add: content.labels.filter((label) => !issue.labels.includes(label)),
    remove: stale.filter((label) => issue.labels.includes(label)),
  };
}
