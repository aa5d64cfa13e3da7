/** All that triage lists as a file for spreadsheets. Pure. */
import { projectTexts } from '../../../texts/project';
import { texts } from '../../../texts';
import type { ShownRow } from './practices';
import { isOverdue, type TriageFilter, UNASSIGNED } from './triage-rows';

const { triage: words } = projectTexts;

/** Of an hour, for all customers of the app ("Rate limiting", developer.atlassian.com). */
export const POINTS_OF_HOUR = 65_000;
/** Issues that one call of `triage.rows` takes, and that Jira reads at once. */
export const BATCH = 1000;
const READ_AT_ONCE = 100;
/** Each call asks which project it is of, as the reader: one question, one object. */
const POINTS_OF_CALL = 2;

/** What it costs of Jira's hourly points to read so many issues: one each, one for each hundred, two for each call. */
export function priceOf(issues: number): number {
  return issues + Math.ceil(issues / READ_AT_ONCE) + POINTS_OF_CALL * Math.ceil(issues / BATCH);
}

/** What of a filter Jira alone can tell, of rows that were read. @param today as `2026-11-22`, where the reader is */
export function asFiltered(
  rows: readonly ShownRow[],
  filter: TriageFilter,
  today: string,
): readonly ShownRow[] {
  const among = (chosen: readonly string[], value: string) => chosen.length === 0 || chosen.includes(value);
  return rows.filter(
    ({ issue }) =>
      among(filter.assignees, issue.assignee?.accountId ?? UNASSIGNED) &&
      among(filter.statuses, issue.status.name) &&
      (!filter.isOverdue || isOverdue(issue, today)),
  );
}

/** Comma-separated values (RFC 4180), with the mark that spreadsheets know UTF-8 by. */
export function toCsv(rows: readonly ShownRow[]): string {
  const { columns } = words;
  const head = [
    ...[words.workload, words.lens, columns.pillar, columns.risk, columns.question],
    ...[words.key, columns.issue, columns.status, columns.assignee, columns.due],
  ];
  return `\uFEFF${[head, ...rows.map(cellsOf)].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cellsOf({ practice, issue }: ShownRow): readonly string[] {
  const risk = practice.risk ?? issue.risk;
  return [
    ...[practice.workload, practice.lensName, practice.pillarName],
    ...[risk === undefined ? '' : texts.shared.risk[risk], practice.question],
    ...[issue.key, issue.title, issue.status.name, issue.assignee?.displayName ?? '', issue.dueDate ?? ''],
  ];
}

/** What begins like a formula is text: titles and names are written by many. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
