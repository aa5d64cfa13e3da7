import type { JqlContext, JqlIssue, KnownName } from '../types';
import { compareNumbers, EMPTINESS, EQUALITY, ORDER, sameName, type Field, type ValueTerm } from './field';
import { findNamed, isListFunction, literalOf } from './values';

/** A field whose values have names and ids of their own: project, type, status, ... */
interface Named {
  readonly known: (context: JqlContext) => readonly KnownName[];
  readonly name: (issue: JqlIssue) => string | undefined;
  readonly id: (issue: JqlIssue) => string | undefined;
}

const PROJECT: Named = {
  known: (context) => context.projects,
  name: (issue) => issue.projectKey,
  id: (issue) => issue.projectId,
};
const ISSUE_TYPE: Named = {
  known: (context) => context.issueTypes,
  name: (issue) => issue.issueTypeName,
  id: (issue) => issue.issueTypeId,
};
const STATUS: Named = {
  known: (context) => context.statuses,
  name: (issue) => issue.statusName,
  id: (issue) => issue.statusId,
};
const PRIORITY: Named = {
  known: (context) => context.priorities,
  name: (issue) => issue.priorityName,
  id: (issue) => issue.priorityId,
};

export const projectField = namedField(PROJECT);

/** `issuetype in subtaskIssueTypes()`: every type of the Sub-task level (support.atlassian.com, "JQL functions"). */
export const issueTypeField: Field = {
  ...namedField(ISSUE_TYPE),
  test: (term) => {
    if (!isListFunction(term.value)) return testNamed(ISSUE_TYPE, term);
    return (issue) => issue.level < 0;
  },
};

export const statusField = namedField(STATUS);

/** `>` means more urgent, and the default order starts with the most urgent. */
export const priorityField: Field = {
  ...namedField(PRIORITY),
  operators: [...EQUALITY, ...EMPTINESS, ...ORDER],
  test: (term) => (term.operator === '=' ? testNamed(PRIORITY, term) : testUrgency(term)),
  sort: { by: urgency, direction: 'desc' },
};

/** `Unresolved` is another word for EMPTY. */
export const resolutionField: Field = {
  operators: [...EQUALITY, ...EMPTINESS],
  isEmpty: (issue) => issue.resolution === undefined,
  test: (term) => {
    const wanted = literalOf(term).value;
    if (term.context.resolutions) findNamed(term, term.context.resolutions);
    return (issue) => sameName(issue.resolution ?? '', wanted);
  },
  sort: { by: (issue) => issue.resolution?.toLowerCase(), direction: 'asc' },
};

const CATEGORIES = [
  { key: 'new', name: 'To Do', id: '2' },
  { key: 'indeterminate', name: 'In Progress', id: '4' },
  { key: 'done', name: 'Done', id: '3' },
] as const;

export const statusCategoryField: Field = {
  operators: [...EQUALITY, ...EMPTINESS],
  isEmpty: () => false,
  test: (term) => {
    const wanted = new Set(findNamed(term, CATEGORIES).map((category) => category.key));
    return (issue) => wanted.has(issue.statusCategory);
  },
};

function namedField(named: Named): Field {
  return {
    operators: [...EQUALITY, ...EMPTINESS],
    isEmpty: (issue) => named.name(issue) === undefined,
    test: (term) => testNamed(named, term),
    sort: { by: (issue) => named.name(issue)?.toLowerCase(), direction: 'asc' },
  };
}

/** Several statuses or issue types may share a name (team-managed projects): any of them matches. */
function testNamed(named: Named, term: ValueTerm): (issue: JqlIssue) => boolean {
  const found = findNamed(term, named.known(term.context));
  const ids = new Set(found.map((one) => one.id));
  const names = new Set(found.map((one) => one.name.toLowerCase()));
  return (issue) => {
    const id = named.id(issue);
    return id === undefined ? names.has((named.name(issue) ?? '').toLowerCase()) : ids.has(id);
  };
}

function testUrgency(term: ValueTerm): (issue: JqlIssue) => boolean {
  const [found] = findNamed(term, term.context.priorities);
  const rank = term.context.priorities.findIndex((priority) => priority.id === found?.id);
  return (issue) => compareNumbers(term.operator, urgency(issue) ?? -Infinity, -rank);
}

function urgency(issue: JqlIssue): number | undefined {
  return issue.priorityRank === undefined ? undefined : -issue.priorityRank;
}
