/** The issues as they are now, found by id, by key (also a former one) and by parent. */
import type { Issue } from '../model/issue';
import type { Tables } from '../tables';

export interface IssueTable {
  get(id: string): Issue | undefined;
  /** By id, by key in any case, or by a key from before a move that no other issue has now. */
  find(idOrKey: string): Issue | undefined;
  put(issue: Issue): void;
  remove(issue: Issue): void;
  /** Epic → Tasks, Task → Sub-tasks, oldest first. */
  children(parentId: string): readonly Issue[];
  all(): Iterable<Issue>;
}

export function openIssues(tables: Tables): IssueTable {
  const rows = tables.issues;
  const idsByKey = new Map<string, string>();
  const idsByFormerKey = new Map<string, string>();
  const idsByParent = new Map<string, Set<string>>();
  for (const issue of rows.values()) link(issue);

  function link(issue: Issue): void {
    idsByKey.set(issue.key, issue.id);
    for (const key of issue.formerKeys) idsByFormerKey.set(key, issue.id);
    if (issue.parentId === undefined) return;
    const siblings = idsByParent.get(issue.parentId) ?? new Set<string>();
    idsByParent.set(issue.parentId, siblings.add(issue.id));
  }

  function unlink(issue: Issue): void {
    idsByKey.delete(issue.key);
    for (const key of issue.formerKeys) idsByFormerKey.delete(key);
    if (issue.parentId !== undefined) idsByParent.get(issue.parentId)?.delete(issue.id);
  }

  return {
    get: (id) => rows.get(id),
    find(idOrKey) {
      const key = idOrKey.toUpperCase();
      return rows.get(idOrKey) ?? rows.get(idsByKey.get(key) ?? idsByFormerKey.get(key) ?? '');
    },
    put(issue) {
      const before = rows.get(issue.id);
      if (before !== undefined) unlink(before);
      link(issue);
      rows.set(issue.id, issue);
    },
    remove(issue) {
      unlink(issue);
      rows.delete(issue.id);
    },
    children: (parentId) => inOrder(idsByParent.get(parentId) ?? [], rows),
    all: () => rows.values(),
  };
}

function inOrder(ids: Iterable<string>, rows: Tables['issues']): Issue[] {
  const issues = [...ids].map((id) => rows.get(id)).filter((issue) => issue !== undefined);
  return issues.sort((a, b) => Number(a.id) - Number(b.id));
}
