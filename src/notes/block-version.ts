import type { Detail, QuestionStatus } from './model';

/**
 * How blocks of one version are recognised. Their markers begin as `marker.ts` says: with the word and the
 * number of the version, and from version 2 on with the installation.
 */
export interface BlockVersion {
  readonly version: number;
  /** The whole opening line, from its first character. */
  readonly begin: RegExp;
  /** The whole closing line, with its checksum as the first group. */
  readonly end: RegExp;
  /** The checksum of what stands between the markers, line ends included and as LF: an edit changes it. */
  check(inner: string): string;
}

/** A version that the app writes. */
export interface WritableVersion extends BlockVersion {
  /**
   * The block with its markers, without separators. Its lines are `\n`-separated and have no blanks at their
   * ends, so that trimming keeps it. One status gives one text, whatever the order of its Sub-tasks and the time
   * zone of its date; no foreign text breaks a line or forms a marker.
   */
  render(status: QuestionStatus, detail: Detail, installation: string): string;
}
