import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { IssuePlace } from '../../../../src/contract';
import { useProjectKey } from '../bridge/use-place';
import { useAction } from '../data/use-action';
import { Failure } from '../pieces/failure';
import { capital } from '../pieces/capital';
import { say } from '../runs/say';
import { settleKey } from '../runs/settle-key';
import { startRun } from '../runs/start-run';
import { texts } from '../texts';
import { RunNews } from './run-news';
import { selectionOf } from './selection-of';

const words = texts.issue;

interface Props {
  readonly place: IssuePlace;
  readonly issueKey: string;
}

/** Each conflict, and where a run can settle it its two buttons: a run of this question alone carries out whose side stays. */
export function Conflicts({ place, issueKey }: Props) {
  const projectKey = useProjectKey();
  const [started, setStarted] = useState<{ readonly runId: string; readonly keep: 'aws' | 'jira' }>();
  const settle = useAction(async (keep: 'aws' | 'jira') => {
    const options = { ...selectionOf(place), settle: [{ issueKey, keep }] };
    const workloadArn = place.workload.arn;
    setStarted({ keep, runId: await startRun({ projectKey, workloadArn, mode: 'sync', options }) });
  });
  if (started) return <RunNews runId={started.runId} label={words.settling(started.keep)} />;
  return place.conflicts.map((conflict) => (
    <SectionMessage key={conflict.code} appearance="warning" title={words.conflict} headingLevel="h2">
      <p>{capital(say(conflict))}</p>
      {place.maySync && settleKey(conflict) !== undefined ? (
        <div className="buttons">
          {conflict.settledBy?.map((keep) => (
            <Button key={keep} isDisabled={settle.isRunning} onClick={() => settle.run(keep)}>
              {keep === 'aws' ? words.keepAws : words.keepJira}
            </Button>
          ))}
        </div>
      ) : null}
      {settle.failure ? <Failure failure={settle.failure} title={words.stopped} /> : null}
    </SectionMessage>
  ));
}
