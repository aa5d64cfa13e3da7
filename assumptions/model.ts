/** What the code takes for true and only a live site or account can show. */
export interface Assumption {
  /**
   * Letter of the service (J Jira, F Forge, A AWS) and a number, by which comments, tests and checks name the row. A
   * number is never given to another row, also when its own has gone.
   */
  readonly id: `${'J' | 'F' | 'A'}${number}`;
  /** One statement, which the service may prove wrong. */
  readonly assumed: string;
  readonly reliedOnBy: 'app' | 'local site' | 'both';
  /** What follows where it is wrong, or what is to be changed then. */
  readonly otherwise: string;
  readonly toSee: ToSee;
}

/**
 * What it takes to see whether it holds.
 * - `asking`: requests that change nothing but the app's own storage
 * - `scratch`: a project, or a workload, that is made and removed for it
 * - `by-hand`: a person, an administrator, time or a failure that no script can bring about
 */
export type ToSee = 'asking' | 'scratch' | 'by-hand';
