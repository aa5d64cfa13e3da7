import { type ReactNode, useState } from 'react';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView } from '../../../../../src/contract';
import { GuideStep } from './guide-step';
import { STEPS, stepsOf, stepToOpen, type Step } from './steps';
import { summaryOf } from './summary-of';

interface Props {
  /** Absent: it does not exist yet. */
  readonly connection?: ConnectionView;
  readonly ownerKind: ConnectionView['owner']['kind'];
  /** Of the address: a step, `overview` for none, or nothing for the one that is next. */
  readonly opened: string | undefined;
  readonly onOpen: (step: Step | 'overview') => void;
  readonly bodyOf: (step: Step) => ReactNode;
}

/** The way of a connection, step by step. How far it is comes from the server, so that it can be left at any time. */
export function Guide({ connection, ownerKind, opened, onOpen, bodyOf }: Props) {
  const [first] = useState(opened);
  const steps = stepsOf(connection, ownerKind);
  const known = STEPS.find((step) => step === opened);
  const open = known ?? (opened === undefined ? stepToOpen(steps) : undefined);
  return (
    <ol className="guide" aria-label={connectionTexts.guide.steps}>
      {steps.map(({ step, progress }, index) => (
        <GuideStep
          key={step}
          step={step}
          nth={index + 1}
          progress={progress}
          summary={connection && summaryOf(connection, step)}
          isOpen={step === open}
          takesFocus={opened !== undefined && opened !== first}
          onToggle={connection ? () => onOpen(step === open ? 'overview' : step) : undefined}
        >
          {bodyOf(step)}
        </GuideStep>
      ))}
    </ol>
  );
}
