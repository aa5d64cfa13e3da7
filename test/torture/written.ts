/** What people wrote last, which has to stand in the end. */
import type { PracticeState } from './facts';

export interface Text {
  readonly text: string;
  /** The number of the app's call before which it was written. */
  readonly at: number;
  /** The app read the issue or answer before, and had nothing left to do than to write it. */
  excused?: boolean;
}

export interface Written {
  /** By issue id. */
  readonly titles: Map<string, Text>;
  readonly descriptions: Map<string, Text>;
  /** By question: everything outside of the block as somebody last left it, the marks of a broken block included. */
  readonly notes: Map<string, Text & { readonly isBroken: boolean }>;
  /** By question: lines that nobody took away. */
  readonly lines: Map<string, (Text & { readonly line: string })[]>;
  /** By question and choice: what somebody said of it in AWS. */
  readonly choices: Map<string, Text & { readonly state: PracticeState }>;
  /** Questions of which somebody said that they are not applicable, or are again. */
  readonly applicable: Map<string, boolean>;
  /** Best practices, by question and choice, whose cards somebody moved. */
  readonly moved: Set<string>;
  /** Issues that the app may not see, by id. */
  readonly hidden: Set<string>;
  /** The same, and those that it may see again: where somebody has deleted issues made again, they are made twice. */
  readonly everHidden: Set<string>;
  /** Questions whose notes had a block when their Task was hidden, and from which nobody took it since. */
  readonly blocksThen: Set<string>;
  /** Somebody had deleted issues made again, having read that hidden ones look alike. */
  madeAgain: boolean;
}

export function nothingWritten(): Written {
  return {
    titles: new Map(),
    descriptions: new Map(),
    notes: new Map(),
    lines: new Map(),
    choices: new Map(),
    applicable: new Map(),
    moved: new Set(),
    hidden: new Set(),
    everHidden: new Set(),
    blocksThen: new Set(),
    madeAgain: false,
  };
}
