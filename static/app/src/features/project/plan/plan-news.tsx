import SectionMessage from '@atlaskit/section-message';
import type { RunOutcome } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import { sayReasons } from '../../../texts/reasons';
import { adoptedIn, isUndecided } from './adoption';
import { leftToPerson } from './agreement';

interface Props {
  readonly outcome: RunOutcome;
  readonly hasChanges: boolean;
}

const { plan: words } = projectTexts.sync;

/** What decides about a plan: nothing to do, changed, refused, or not possible; and what to do then. */
export function PlanNews({ outcome, hasChanges }: Props) {
  const { kind, refusal, planned } = outcome;
  const adopted = adoptedIn(outcome);
  if (isUndecided(outcome)) {
    return (
      <SectionMessage appearance="warning" title={words.adoptionTitle} headingLevel="h3">
        <Lines text={sayReasons(refusal)} />
        <p>{words.adoptionHint}</p>
      </SectionMessage>
    );
  }
  if (kind === 'blocked') {
    return (
      <SectionMessage appearance="error" title={words.blocked} headingLevel="h3">
        <Lines text={sayReasons(refusal)} />
        <p>{words.blockedHint}</p>
      </SectionMessage>
    );
  }
  return (
    <>
      {kind === 'changed-since' ? (
        <SectionMessage appearance="warning">
          <p>{words.changed}</p>
        </SectionMessage>
      ) : null}
      {isRefused(outcome) ? (
        <SectionMessage appearance="warning" title={words.refused} headingLevel="h3">
          <Lines text={sayReasons(refusal)} />
          <p>{words.refusedHint}</p>
        </SectionMessage>
      ) : null}
      {adopted > 0 ? (
        <SectionMessage>
          <p>{words.adopts({ count: adopted })}</p>
        </SectionMessage>
      ) : null}
      {hasChanges || adopted > 0 || isRefused(outcome) ? null : (
        <NothingToDo count={planned.unchanged} left={leftToPerson(outcome)} />
      )}
    </>
  );
}

interface NothingProps {
  /** Issues that are up to date. */
  readonly count: number;
  /** What a person has to settle. */
  readonly left: number;
}

/** Review and backlog agree, but for what a person has to settle. */
function NothingToDo({ count, left }: NothingProps) {
  if (left > 0) {
    return (
      <SectionMessage appearance="warning" title={words.leftToYou({ count: left })} headingLevel="h3">
        <p>{words.leftToYouHint({ count })}</p>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="success" title={words.nothing} headingLevel="h3">
      <p>{words.nothingHint({ count })}</p>
    </SectionMessage>
  );
}

/** Whether a sync of this plan needs a person's word. */
export function isRefused({ kind, refusal }: RunOutcome): boolean {
  return kind === 'refused' || (kind === 'previewed' && refusal !== undefined);
}

function Lines({ text = '' }: { readonly text: string | undefined }) {
  const lines = text.split('\n').filter(Boolean);
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
