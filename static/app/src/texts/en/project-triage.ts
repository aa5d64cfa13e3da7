/** The table of open best practices. */
import type { Format } from '../format';

export const projectTriage = {
  title: 'Open best practices',
  lead: 'Every open Sub-task of all linked workloads, the most urgent first.',
  loading: 'Loading the open best practices',
  loadingMore: 'more are coming',
  failed: (count: number, f: Format) => `Only the first ${f.number(count)} could be loaded`,
  empty: {
    title: 'Nothing is open',
    hint: 'Every best practice that has an issue is done. Well done! New ones appear here after the next sync.',
  },
  noneYet: {
    title: 'There are no issues yet',
    hint: 'The first sync of a workload makes them. Start with the overview.',
  },
  noMatch: 'No open best practice matches the filters.',
  clear: 'Clear the filters',
  search: 'Open in Jira search',
  searchAll: 'Open all in Jira search',
  filters: 'Filters',
  showFilters: (active: number) => (active > 0 ? `Filters (${active})` : 'Filters'),
  text: 'Find',
  textHint: 'Title, key, question or person',
  risk: 'Risk',
  pillar: 'Pillar',
  lens: 'Lens',
  workload: 'Workload',
  assignee: 'Assignee',
  status: 'Status',
  anyOf: 'Any',
  unassigned: 'Unassigned',
  unknown: 'Unknown',
  onlyOverdue: 'Only overdue',
  shown: (shown: number, all: number, f: Format) =>
    shown === all
      ? `${f.number(all)} open best ${all === 1 ? 'practice' : 'practices'}`
      : `${f.number(shown)} of ${f.number(all)} open best practices`,
  columns: {
    risk: 'Risk',
    pillar: 'Pillar',
    question: 'Question',
    issue: 'Best practice',
    status: 'Status',
    assignee: 'Assignee',
    due: 'Due',
  },
  table: 'Open best practices, sortable by column',
  overdue: 'Overdue',
  noDue: 'No due date',
  noQuestion: 'Under another issue by now',
  pager: 'Pages of the table',
  previous: 'Previous',
  next: 'Next',
  page: (page: number, pages: number, f: Format) => `Page ${f.number(page)} of ${f.number(pages)}`,
  range: (first: number, last: number, all: number, f: Format) =>
    `${f.number(first)}–${f.number(last)} of ${f.number(all)}`,
} as const;
