import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { IssueInReview, RunOutcome } from '../../../../../src/contract';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAction } from '../../data/use-action';
import { Failure } from '../../components/failure';
import { startRun } from '../runs/start-run';
import { texts } from '../../texts';
import { issueTexts } from '../../texts/issue';
import { RunNews } from './run-news';
import { plannedLines } from './planned-lines';
import { selectionOf } from './selection-of';
import { sayReasons } from '../../texts/reasons';

const words = issueTexts;

interface Props {
  readonly position: IssueInReview;
  readonly level: 'epic' | 'task';
}

type Under = { readonly mode: 'preview' | 'sync'; readonly runId: string };

/** A preview first, in counts; then what it found, if a person confirms it. */
export function SyncNow({ position, level }: Props) {
  const projectKey = useProjectKey();
  const [under, setUnder] = useState<Under | undefined>(position.activeRun);
  const start = useAction(async (mode: Under['mode'], fingerprint?: string) => {
    const plan = fingerprint === undefined ? {} : { fingerprint };
    const run = {
      projectKey,
      workloadArn: position.workload.arn,
      mode,
      options: selectionOf(position),
      ...plan,
    };
    setUnder({ mode, runId: await startRun(run) });
  });
  if (!position.maySync && !under) return null;
  return (
    <section aria-label={words.sync} className="sync-now">
      {under ? (
        <RunNews runId={under.runId} label={under.mode === 'preview' ? words.previewing : words.syncing}>
          {(outcome) => (
            <Preview
              outcome={outcome}
              onApply={() => start.run('sync', outcome.fingerprint)}
              onCancel={() => setUnder(undefined)}
            />
          )}
        </RunNews>
      ) : (
        <>
          <Button appearance="primary" isDisabled={start.isRunning} onClick={() => start.run('preview')}>
            {words.sync}
          </Button>
          <p className="subtle">{words.syncHint[level]}</p>
        </>
      )}
      {start.failure ? <Failure failure={start.failure} title={words.stopped} /> : null}
    </section>
  );
}

interface PreviewProps {
  readonly outcome: RunOutcome;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

function Preview({ outcome, onApply, onCancel }: PreviewProps) {
  const lines = plannedLines(outcome.planned);
  if (lines.length === 0) return <p role="status">{words.nothing}</p>;
  return (
    <>
      <h2>{words.plan}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {outcome.refusal === undefined ? null : <p>{sayReasons(outcome.refusal)}</p>}
      <p className="subtle">{words.more}</p>
      <div className="buttons">
        <Button appearance="primary" isDisabled={outcome.refusal !== undefined} onClick={onApply}>
          {words.apply}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {texts.shared.cancel}
        </Button>
      </div>
    </>
  );
}
