/** What a probe is: it looks at one assumption on a live site or account, and says what that did. */
import type { AssumptionId } from '../../assumptions';

/** `unclear`: the site answered, and what it answered proves neither. */
export type Verdict = 'holds' | 'wrong' | 'unclear';

export interface Finding {
  readonly verdict: Verdict;
  /** What the site did, in a few words. */
  readonly seen: string;
}

export type Probe<Context> = (context: Context) => Promise<Finding>;

/** By the number of the assumption. */
export type Probes<Context> = Readonly<Partial<Record<AssumptionId, Probe<Context>>>>;

export function holds(seen: string): Finding {
  return { verdict: 'holds', seen };
}

export function wrong(seen: string): Finding {
  return { verdict: 'wrong', seen };
}

export function unclear(seen: string): Finding {
  return { verdict: 'unclear', seen };
}

/** Of a statement that is either so or not. */
export function found(isSo: boolean, seen: string): Finding {
  return isSo ? holds(seen) : wrong(seen);
}
