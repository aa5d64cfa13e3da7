import { LandingHeading } from '../../../components/landing-heading';
import { projectTexts } from '../../../texts/project';
import { Remarks } from '../result/remarks';
import type { EndedRun } from '../run-screen-props';
import { StartOver } from '../start-over';
import { useDecisions } from '../result/use-decisions';
import { isUndecided } from './adoption';
import { PlanActions } from './plan-actions';
import { PlanChanges } from './plan-changes';
import { PlanNews } from './plan-news';
import { totalOf } from './plan-total';
import './plan.css';

const { plan: words } = projectTexts.sync;

/** A plan that was not applied: what a sync would do, whether it may, and the way to do it. */
export function PlanScreen(props: EndedRun) {
  const { run, outcome, administers } = props;
  const decisions = useDecisions(run.id);
  const changes = totalOf(outcome.planned);
  return (
    <>
      <LandingHeading>{titleOf(props)}</LandingHeading>
      <PlanNews outcome={outcome} hasChanges={changes > 0} />
      {administers ? <PlanActions {...props} changes={changes} decisions={decisions} /> : <Viewer />}
      <Remarks outcome={outcome} decisions={administers ? decisions : undefined} />
      {changes > 0 && !isUndecided(outcome) ? <PlanChanges outcome={outcome} runId={run.id} /> : null}
      <StartOver {...props} />
    </>
  );
}

function Viewer() {
  return <p className="subtle">{words.viewer}</p>;
}

function titleOf({ run: { workloadName }, outcome: { kind } }: EndedRun): string {
  switch (kind) {
    case 'previewed':
    case 'applied':
      return words.previewTitle({ name: workloadName });
    case 'changed-since':
      return words.changedTitle({ name: workloadName });
    case 'refused':
    case 'blocked':
    case 'stopped':
      return words.stoppedTitle({ name: workloadName });
  }
}
