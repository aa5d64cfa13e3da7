import ProgressBar from '@atlaskit/progress-bar';
import type { RunView } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { LandingHeading } from '../../../components/landing-heading';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import { EndRun } from './end-run';
import { IssuesThere } from './issues-there';
import { RunLost } from './run-lost';
import { RunSteps } from './run-steps';
import { RunWaiting } from './run-waiting';
import { leftOf } from './time-left';

interface Props {
  readonly run: RunView;
  readonly workloadArn: string;
  /** Why the run could not be asked for just now: it is shown as it was last seen. */
  readonly lost: CallFailure | undefined;
  /** Whether the reader may end it. */
  readonly administers: boolean;
}

const { run: words } = projectTexts.sync;

/** A run under way: what it is doing, how far it is, what it waits for, and that nobody has to stay. */
export function RunProgress({ run, workloadArn, lost, administers }: Props) {
  const { done, total } = run.progress;
  const title = titleOf(run);
  return (
    <>
      <LandingHeading>{title}</LandingHeading>
      <div className="panel run-progress">
        <div className="row row-apart">
          <p role="status">{sayReason(run.step)}</p>
          {lost ? null : <TimeLeft run={run} />}
        </div>
        <ProgressBar ariaLabel={title} value={total > 0 ? done / total : 0} isIndeterminate={total === 0} />
        <RunSteps run={run} />
        <IssuesThere run={run} workloadArn={workloadArn} />
        <RunWaiting run={run} />
        {lost ? <RunLost failure={lost} /> : null}
        <p className="subtle">{words.leave}</p>
        {administers ? <EndRun run={run} /> : null}
      </div>
    </>
  );
}

function titleOf({ mode, workloadName: name, progress: { done, total } }: RunView): string {
  if (mode === 'preview') return words.previewing({ name });
  return total > 0 ? words.syncingSome({ name, done, total }) : words.syncing({ name });
}

/** Of the step under way; of those that follow nothing is known. */
function TimeLeft({ run: { steps = [], step, secondsLeft } }: { readonly run: RunView }) {
  if (secondsLeft === undefined) return null;
  const { unit, count } = leftOf(secondsLeft);
  const isLast = steps.at(-1)?.step.code === step.code;
  return <p className="subtle run-numbers">{(isLast ? words.left : words.leftOfStep)[unit]({ count })}</p>;
}
