import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { RunView } from '../../../../../../src/contract';
import { LandingHeading } from '../../../components/landing-heading';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import { EndRun } from './end-run';

interface Props {
  readonly run: RunView;
  readonly isLost: boolean;
  /** Whether the reader may end it. */
  readonly administers: boolean;
}

const { run: words } = projectTexts.sync;

/** A run under way: what it is doing, how far it is, and that nobody has to stay. */
export function RunProgress({ run, isLost, administers }: Props) {
  const { mode, step, state, message, workloadName } = run;
  const { done, total } = run.progress;
  const title =
    mode === 'preview' ? words.previewing({ name: workloadName }) : words.syncing({ name: workloadName });
  return (
    <>
      <LandingHeading>{title}</LandingHeading>
      <div className="panel run-progress">
        <div className="row row-apart">
          <p role="status">{sayReason(step)}</p>
          {total > 0 ? <p className="subtle run-numbers">{words.progress({ done, total })}</p> : null}
        </div>
        <ProgressBar ariaLabel={title} value={total > 0 ? done / total : 0} isIndeterminate={total === 0} />
        {state !== 'running' && message !== undefined ? (
          <SectionMessage title={words.waiting} headingLevel="h3">
            <p>{sayReason(message)}</p>
          </SectionMessage>
        ) : null}
        {isLost ? (
          <SectionMessage appearance="warning">
            <p>{words.lost}</p>
          </SectionMessage>
        ) : null}
        <p className="subtle">{words.leave}</p>
        {administers ? <EndRun run={run} /> : null}
      </div>
    </>
  );
}
