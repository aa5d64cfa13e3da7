import { type ReactNode, useEffect } from 'react';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { RunOutcome, RunView } from '../../../../../src/contract';
import { refresh } from '../../data/answers';
import { Failure } from '../../components/failure';
import { capital } from '../../components/capital';
import { hasEnded, useRun } from '../runs/use-run';
import { issueTexts } from '../../texts/issue';
import { sayReason, sayReasons } from '../../texts/reasons';

const words = issueTexts;

interface Props {
  readonly runId: string;
  readonly label: string;
  /** What follows a preview. */
  readonly children?: (outcome: RunOutcome) => ReactNode;
}

/** A run under way, and in a line or two how it ended. */
export function RunNews({ runId, label, children }: Props) {
  const { run, failure } = useRun(runId);
  const hasWritten = run !== undefined && hasEnded(run) && run.mode === 'sync';
  useEffect(() => {
    if (hasWritten) refresh('issue.panel');
  }, [hasWritten]);
  if (failure) return <Failure failure={failure} />;
  if (!run || !hasEnded(run)) return <Progress label={label} run={run} />;
  if (run.mode === 'preview' && run.state === 'done' && run.outcome && children) return children(run.outcome);
  return <End run={run} />;
}

function Progress({ label, run }: { readonly label: string; readonly run: RunView | undefined }) {
  const { done, total } = run?.progress ?? { done: 0, total: 0 };
  return (
    <div className="run-news">
      <p role="status">{run ? sayReason(run.step) : label}</p>
      <ProgressBar ariaLabel={label} value={total > 0 ? done / total : 0} isIndeterminate={total === 0} />
      <p className="subtle">{words.leave}</p>
    </div>
  );
}

function End({ run: { message, outcome } }: { readonly run: RunView }) {
  const problems = [...(outcome?.failed ?? []), ...(outcome?.conflicts ?? [])].map(sayReason);
  const isApplied = outcome?.kind === 'applied';
  const told = outcome?.refusal ? sayReasons(outcome.refusal) : message && sayReason(message);
  const why = isApplied ? problems : [told ?? words.more, ...problems];
  if (isApplied && problems.length === 0) return <p role="status">{words.done}</p>;
  return (
    <SectionMessage
      appearance="warning"
      title={isApplied ? words.doneFailed : words.stopped}
      headingLevel="h2"
    >
      {why.slice(0, 3).map((reason) => (
        <p key={reason}>{capital(reason)}</p>
      ))}
      <p>{words.more}</p>
    </SectionMessage>
  );
}
