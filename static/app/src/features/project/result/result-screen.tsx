import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { RunOutcome } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAction } from '../../../data/use-action';
import { Failure } from '../../../components/failure';
import { LandingHeading } from '../../../components/landing-heading';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import type { EndedRun } from '../run-screen-props';
import { optionsOf, type RunOptions } from '../../runs/run-options';
import { startRun } from '../../runs/start-run';
import { doneLines } from './done-lines';
import { Remarks } from './remarks';
import { type Decisions, useDecisions } from './use-decisions';
import { withDecisions } from './with-decisions';

const { result: words, plan: planWords, run: runWords, setup } = projectTexts.sync;

/** What a sync did, and everything that a person should know or settle. */
export function ResultScreen(props: EndedRun) {
  const { run, outcome, administers, onOpen } = props;
  const decisions = useDecisions(run.id);
  const toTriage = <Button onClick={() => onOpen({ name: 'triage' })}>{words.triage}</Button>;
  return (
    <>
      <LandingHeading>{titleOf(outcome)({ name: run.workloadName })}</LandingHeading>
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

function titleOf({ kind }: RunOutcome) {
  return kind === 'stopped' ? runWords.failedOf.sync : words.title;
}

function Summary({ run, outcome }: Pick<EndedRun, 'run' | 'outcome'>) {
  const isStopped = outcome.kind === 'stopped';
  const { failed, conflicts, unchanged, calls } = outcome;
  const lines = doneLines(outcome);
  const calm = lines.length === 0 ? words.nothing : words.allDone;
  const ended = failed.length > 0 ? words.partly : conflicts.length > 0 ? words.needsPerson : calm;
  const title = isStopped ? runWords.failed.sync : ended;
  const appearance = isStopped || failed.length > 0 ? 'error' : conflicts.length > 0 ? 'warning' : 'success';
  return (
    <SectionMessage appearance={appearance} title={title} headingLevel="h3">
      {isStopped ? <p>{sayReason(run.message ?? run.step)}</p> : null}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {unchanged > 0 ? <li>{words.unchanged({ count: unchanged })}</li> : null}
        <li className="subtle small">{words.calls({ jira: calls.jira, aws: calls.aws })}</li>
      </ul>
      {isStopped ? <p>{runWords.failedHint}</p> : null}
    </SectionMessage>
  );
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
  const { settle, proposals, ...before } = optionsOf(run.id) ?? {};
  const preview = useAction(async (options: RunOptions) =>
    onRun(await startRun({ projectKey, workloadArn, mode: 'preview', options })),
  );
  if (state.code !== 'active') return <p>{sayReason(state.reason)}</p>;
  const decided = decisions.count;
  const hasDeleted = outcome.notices
    .concat(outcome.movedInJira, outcome.outOfScope, outcome.conflicts)
    .some(({ code }) => code === 'deleted-in-jira');
  return (
    <>
      {preview.failure ? <Failure failure={preview.failure} title={setup.startFailed} /> : null}
      <div className="row">
        <Button
          appearance={decided > 0 ? 'primary' : 'default'}
          isLoading={preview.isRunning}
          onClick={() => preview.run(withDecisions(before, decisions))}
        >
          {decided > 0 ? planWords.withDecisions({ count: decided }) : words.again}
        </Button>
        {hasDeleted ? (
          <Button isDisabled={preview.isRunning} onClick={() => preview.run({ ...before, recreate: true })}>
            {words.recreate}
          </Button>
        ) : null}
        {hasDeleted ? (
          <Button isDisabled={preview.isRunning} onClick={() => preview.run({ removeBlocks: true })}>
            {words.removeBlocks}
          </Button>
        ) : null}
        {children}
      </div>
    </>
  );
}
