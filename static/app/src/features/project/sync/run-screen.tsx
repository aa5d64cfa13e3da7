import { lazy, Suspense } from 'react';
import SectionMessage from '@atlaskit/section-message';
import type { RunView } from '../../../../../../src/contract';
import { Failure } from '../../../components/failure';
import { LandingHeading } from '../../../components/landing-heading';
import { Waiting } from '../../../components/waiting';
import { projectTexts } from '../../../texts/project';
import type { RunScreenProps } from '../run-screen-props';
import { StartOver } from '../start-over';
import { RunProgress } from './run-progress';
import { hasEnded, useRun } from '../../runs/use-run';
import { sayReason } from '../../../texts/reasons';

const PlanScreen = lazy(async () => ({ default: (await import('../plan/plan-screen')).PlanScreen }));
const ResultScreen = lazy(async () => ({ default: (await import('../result/result-screen')).ResultScreen }));

const { run: words } = projectTexts.sync;

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
      <LandingHeading>{words.failedOf[run.mode]({ name: run.workloadName })}</LandingHeading>
      <SectionMessage appearance="error" title={title} headingLevel="h3">
        <p>{sayReason(run.message ?? run.step)}</p>
        <p>{words.failedHint}</p>
      </SectionMessage>
      <StartOver {...props} />
    </>
  );
}
