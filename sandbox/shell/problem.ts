/** A no of Jira or AWS, in their words: it becomes a message or a page, never a crash. */
export class Problem extends Error {
  override readonly name: string = 'Problem';

  constructor(
    /** Whose no it is. */
    readonly from: 'Jira' | 'AWS',
    /** As HTTP has it. */
    readonly status: number,
    readonly lines: readonly string[],
  ) {
    super(lines.join(' '));
  }
}
