import { lazy, Suspense } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { LinkedWorkloadView, RunOutcome, RunView } from '../../../../../src/contract';
import { Failure } from '../../pieces/failure';
import { LandingHeading } from '../../pieces/landing-heading';
import { Waiting } from '../../pieces/waiting';
import { say } from '../../runs/say';
import { texts } from '../../texts';
import type { OpenPart } from '../parts';
import { workloadArnParts } from '../workload-arn';
import { RunProgress } from './run-progress';
import { hasEnded, useRun } from '../../runs/use-run';

const PlanScreen = lazy(async () => ({ default: (await import('../plan/plan-screen')).PlanScreen }));
const ResultScreen = lazy(async () => ({ default: (await import('../result/result-screen')).ResultScreen }));

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

const { run: words } = texts.project.sync;

/** A run from its start to its end: under way, its plan, or its result. */
export function RunScreen(props: RunScreenProps) {
  const { run, failure, isLost } = useRun(props.runId);
  if (failure) {
    return (
      <>
        <LandingHeading>{words.notFound}</LandingHeading>
        <Failure failure={failure} title={words.notFound} />
        <StartOver {...props} />
      </>
    );
  }
  if (!run) return isLost ? <Lost /> : <Waiting label={words.loading} />;
  if (!hasEnded(run)) return <RunProgress run={run} isLost={isLost} />;
  if (run.outcome === undefined) return <FailedRun {...props} run={run} />;
  const ended = { ...props, run, outcome: run.outcome };
  return (
    <Suspense fallback={<Waiting label={words.loading} />}>
      {run.outcome.kind === 'applied' ? <ResultScreen {...ended} /> : <PlanScreen {...ended} />}
    </Suspense>
  );
}

function Lost() {
  return (
    <div role="status">
      <SectionMessage appearance="warning">
        <p>{words.lost}</p>
      </SectionMessage>
    </div>
  );
}

function FailedRun({ run, ...props }: RunScreenProps & { readonly run: RunView }) {
  const title = words.failed[run.mode];
  return (
    <>
      <LandingHeading>{`${title}: ${run.workloadName}`}</LandingHeading>
      <SectionMessage appearance="error" title={title} headingLevel="h3">
        <p>{say(run.message ?? run.step)}</p>
        <p>{words.failedHint}</p>
      </SectionMessage>
      <StartOver {...props} />
    </>
  );
}

/** Back to the choice, for those who may start a run. */
export function StartOver({ administers, workload, onOpen }: RunScreenProps) {
  if (!administers || workload.state.code !== 'active') return null;
  const { id } = workloadArnParts(workload.workloadArn);
  return (
    <div>
      <Button onClick={() => onOpen({ name: 'sync', workloadId: id })}>{words.startOver}</Button>
    </div>
  );
}
