import { type ReactNode, useEffect, useId, useRef } from 'react';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { connectionTexts } from '../../texts/connections';
import type { Progress, Step } from './steps';

interface Props {
  readonly step: Step;
  /** From 1. */
  readonly nth: number;
  readonly progress: Progress;
  /** What is known by now; what the step is for where nothing is. */
  readonly summary?: string | undefined;
  readonly isOpen: boolean;
  /** Opened by a click on another step: the focus comes along. */
  readonly takesFocus: boolean;
  /** Absent for a step that has to wait. */
  readonly onToggle?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** One step of the guide: its sign, what is known of it, and when open what there is to do. */
export function GuideStep({ step, nth, progress, summary, isOpen, takesFocus, onToggle, children }: Props) {
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen && takesFocus) head.current?.focus();
  }, [isOpen, takesFocus]);
  const { name, lead, progress: words } = connectionTexts.guide;
  return (
    <li className={`step step-${progress}`} aria-current={isOpen ? 'step' : undefined}>
      <span className="step-sign" aria-hidden="true">
        <Sign progress={progress} nth={nth} />
      </span>
      <div className="step-main">
        <h3 className="step-title">
          <button
            type="button"
            className="step-head"
            ref={head}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-describedby={`${id}-summary`}
            disabled={onToggle === undefined}
            onClick={onToggle}
          >
            {name[step]} <span className="visually-hidden">({words[progress]})</span>
          </button>
        </h3>
        <p className="step-summary" id={`${id}-summary`}>
          {summary ?? lead[step]}
        </p>
        {isOpen ? (
          <div className="step-body" id={id}>
            {children}
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Sign({ progress, nth }: Pick<Props, 'progress' | 'nth'>) {
  if (progress === 'done') return <CheckIcon label="" />;
  if (progress === 'attention') return <WarningIcon label="" />;
  return <>{nth}</>;
}
