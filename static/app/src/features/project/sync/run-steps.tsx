import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { RunStep, RunView } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';

const { run: words } = projectTexts.sync;

/** What a run has done, is doing and has still to do; nothing where that is one step alone. */
export function RunSteps({ run: { steps = [], step } }: { readonly run: RunView }) {
  if (steps.length < 2) return null;
  return (
    <ol className="plain-list run-steps" aria-label={words.steps}>
      {steps.map((each) => (
        <Step key={each.step.code} step={each} isNow={each.step.code === step.code} />
      ))}
    </ol>
  );
}

function Step({ step: { step, done, total }, isNow }: { readonly step: RunStep; readonly isNow: boolean }) {
  const isDone = done >= total;
  return (
    <li className={isNow ? 'run-step' : 'run-step subtle'} {...(isNow ? { 'aria-current': 'step' } : {})}>
      <span className="run-step-mark">
        {isDone ? <CheckIcon label={words.stepDone} size="small" /> : null}
      </span>
      <span>{sayReason(step)}</span>
      <span className="run-numbers">{words.progress({ done, total })}</span>
    </li>
  );
}
