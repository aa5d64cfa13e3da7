import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAction } from '../../../data/use-action';
import { Failure } from '../../../components/failure';
import { LandingHeading } from '../../../components/landing-heading';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import type { EndedRun } from '../run-screen-props';
import { optionsOf, type RunOptions } from '../../runs/run-options';
import { stopOf } from '../../runs/stop-of';
import { startRun } from '../../runs/start-run';
import { DeletedChoice } from './deleted-choice';
import { Remarks } from './remarks';
import { Summary } from './summary';
import { type Decisions, useDecisions } from './use-decisions';
import { withDecisions } from './with-decisions';

const { result: words, plan: planWords, setup } = projectTexts.sync;

/** What a sync did, and everything that a person should know or settle. */
export function ResultScreen(props: EndedRun) {
  const { run, outcome, administers, onOpen } = props;
  const decisions = useDecisions(run.id);
  const toTriage = <Button onClick={() => onOpen({ name: 'triage' })}>{words.triage}</Button>;
  return (
    <>
      <LandingHeading>{titleOf(props)({ name: run.workloadName })}</LandingHeading>
      <Summary run={run} outcome={outcome} />
      {administers ? (
        <Next {...props} decisions={decisions}>
          {toTriage}
        </Next>
      ) : (
        <>
          <p className="subtle">{setup.readOnly}</p>
          <div>{toTriage}</div>
        </>
      )}
      <Remarks outcome={outcome} decisions={administers ? decisions : undefined} />
    </>
  );
}

function titleOf({ run, outcome }: EndedRun) {
  if (outcome.kind === 'stopped') return stopOf(run).heading.sync;
  return run.putBack === true ? words.back.title : words.title;
}

interface NextProps extends EndedRun {
  readonly decisions: Decisions;
  /** Beside its buttons. */
  readonly children: ReactNode;
}

/** Syncing once more: with what was decided, with deleted issues made again, or as before. */
function Next({ run, outcome, workload, onRun, decisions, children }: NextProps) {
  const projectKey = useProjectKey();
  const { workloadArn, state } = workload;
  const { settle, proposals, putBack, ...before } = optionsOf(run.id) ?? {};
  const preview = useAction(async (options: RunOptions) =>
    onRun(await startRun({ projectKey, workloadArn, mode: 'preview', options })),
  );
  if (state.code !== 'active') return <p>{sayReason(state.reason)}</p>;
  const decided = decisions.count;
  const waits = run.putBack !== true && (outcome.refusal ?? []).length > 0;
  return (
    <>
      {preview.failure ? <Failure failure={preview.failure} title={setup.startFailed} /> : null}
      <div className="row">
        <Button
          appearance={decided > 0 || waits ? 'primary' : 'default'}
          isLoading={preview.isRunning}
          onClick={() => preview.run(withDecisions(before, decisions))}
        >
          {decided > 0
            ? planWords.withDecisions({ count: decided })
            : waits
              ? words.previewWaiting
              : words.again}
        </Button>
        <DeletedChoice
          outcome={outcome}
          isDisabled={preview.isRunning}
          onPreview={(more) => preview.run(more.recreate ? { ...before, ...more } : more)}
        />
        {children}
      </div>
    </>
  );
}
