/** What decides about issues that people moved to other projects. */

/** Ids of projects in which issues stand; those of the run's own project too, once there are others. */
export interface Places {
  /** Parents and children of such a project are all in it. */
  readonly teamManaged: ReadonlySet<string>;
  /** The app may not edit issues there. */
  readonly closed: ReadonlySet<string>;
}

/** All issues stand in one project. */
export const ONE_PLACE: Places = { teamManaged: new Set(), closed: new Set() };

/** Whether Jira lets a Task of one project be below an Epic of another: between company-managed projects only. */
export function mayBeBelow(task: string, epic: string, { teamManaged }: Places): boolean {
  return task === epic || !(teamManaged.has(task) || teamManaged.has(epic));
}
