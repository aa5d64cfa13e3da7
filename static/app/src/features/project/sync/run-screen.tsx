import { lazy, Suspense } from 'react';
import SectionMessage from '@atlaskit/section-message';
import type { RunOutcome, RunView } from '../../../../../../src/contract';
import { Failure } from '../../../components/failure';
import { LandingHeading } from '../../../components/landing-heading';
import { Waiting } from '../../../components/waiting';
import { projectTexts } from '../../../texts/project';
import type { RunScreenProps } from '../run-screen-props';
import { StartOver } from '../start-over';
import { doneLines } from '../result/done-lines';
import { RunLost } from './run-lost';
import { RunProgress } from './run-progress';
import { stopOf } from '../../runs/stop-of';
import { hasEnded, useRun } from '../../runs/use-run';
import { sayReason } from '../../../texts/reasons';

const PlanScreen = lazy(async () => ({ default: (await import('../plan/plan-screen')).PlanScreen }));
const ResultScreen = lazy(async () => ({ default: (await import('../result/result-screen')).ResultScreen }));

const { run: words } = projectTexts.sync;

/** A run from its start to its end: under way, its plan, or its result. */
export function RunScreen(props: RunScreenProps) {
  const { run, failure, lost } = useRun(props.runId);
  if (failure) {
    return (
      <>
        <LandingHeading>{words.notFound}</LandingHeading>
        <Failure failure={failure} title={words.notFound} />
        <StartOver {...props} />
      </>
    );
  }
  if (!run) return lost ? <RunLost failure={lost} /> : <Waiting label={words.loading} />;
  if (!hasEnded(run)) {
    const { administers, workload } = props;
    return <RunProgress {...{ run, lost, administers }} workloadArn={workload.workloadArn} />;
  }
  if (run.outcome === undefined || isEmpty(run.outcome)) return <FailedRun {...props} run={run} />;
  const ended = { ...props, run, outcome: run.outcome };
  return (
    <Suspense fallback={<Waiting label={words.loading} />}>
      {hasWritten(run.outcome) ? <ResultScreen {...ended} /> : <PlanScreen {...ended} />}
    </Suspense>
  );
}

function hasWritten({ kind }: RunOutcome): boolean {
  return kind === 'applied' || kind === 'stopped';
}

/** It failed before it did anything that there is something to say of. */
function isEmpty(outcome: RunOutcome): boolean {
  return outcome.kind === 'stopped' && doneLines(outcome).length === 0 && outcome.failed.length === 0;
}

function FailedRun({ run, ...props }: RunScreenProps & { readonly run: RunView }) {
  const { appearance, title, heading } = stopOf(run);
  return (
    <>
      <LandingHeading>{heading[run.mode]({ name: run.workloadName })}</LandingHeading>
      <SectionMessage appearance={appearance} title={title[run.mode]} headingLevel="h3">
        <p>{sayReason(run.message ?? run.step)}</p>
        <p>{words.failedHint}</p>
      </SectionMessage>
      <StartOver {...props} />
    </>
  );
}
