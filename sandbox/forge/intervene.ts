/** What a local site may do to the calls that the app makes: answer in place of the outside, or act before it. */
import type { CallKind } from './kill-switch';
import type { OutsideAnswer } from './protocol';

/** A call on its way out. */
export interface AppCall {
  readonly kind: CallKind;
  readonly method: string;
  /** A whole URL for AWS, a path otherwise. */
  readonly url: string;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** The function of the manifest whose invocation calls. */
  readonly functionKey: string;
}

/** Answers the call. `perform` does it, each time that it is called, and never rejects. */
export type Intervene = (call: AppCall, perform: () => Promise<OutsideAnswer>) => Promise<OutsideAnswer>;
