/** What the app remembers of the block that it last wrote into a question's notes. */
import { canonicalJson, hash } from '../hash';
import type { Detail, QuestionStatus } from './model';

/** Everything that is needed to tell, without the words of today, that the block is as it should be. */
export interface WrittenBlock {
  /** `statusDigest` of the status that it tells. */
  readonly digest: string;
  /** Of the block's format. */
  readonly version: number;
  /** `blockCheck` of the block as it was written. */
  readonly check: string;
  readonly detail: Detail;
}

/** Where the memory is older than this type, it has the digest alone; such a block is of version 1. */
export type Remembered = WrittenBlock | string;

/** Of the values, not of their words. Equal statuses, and only these, have equal digests. */
export function statusDigest(status: QuestionStatus): string {
  const subtasks = status.subtasks.map(canonicalJson).sort();
  return hash(canonicalJson({ ...status, subtasks }));
}

/** Of the status that the remembered block tells. */
export function rememberedDigest(remembered: Remembered): string {
  return typeof remembered === 'string' ? remembered : remembered.digest;
}

/** Of the remembered block's format. */
export function rememberedVersion(remembered: Remembered): number {
  return typeof remembered === 'string' ? 1 : remembered.version;
}

/** Names a block's text, markers included; CRLF counts as LF, because tools convert the whole of the notes. */
export function blockCheck(block: string): string {
  return hash(withLf(block));
}

/** A text with the line ends that the app writes. */
export function withLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
