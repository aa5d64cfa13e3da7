import type { LinkedWorkloadView, RunOutcome, RunView } from '../../../../../src/contract';
import type { OpenPart } from './addresses';

/** What the screens of a run are given: its plan, its result, or what stopped it. */
export interface RunScreenProps {
  readonly runId: string;
  readonly workload: LinkedWorkloadView;
  readonly administers: boolean;
  /** Opens another run; undefined: chooses anew. */
  readonly onRun: (runId: string | undefined) => void;
  readonly onOpen: OpenPart;
}

/** What screens show of a run that has ended with an outcome. */
export interface EndedRun extends RunScreenProps {
  readonly run: RunView;
  readonly outcome: RunOutcome;
}
