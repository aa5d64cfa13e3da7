import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { IssueInReview } from '../../../../../src/contract';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAction } from '../../data/use-action';
import { Failure } from '../../components/failure';
import { capital } from '../../components/capital';
import { settleKey } from '../runs/settle-key';
import { startRun } from '../runs/start-run';
import { issueTexts } from '../../texts/issue';
import { RunNews } from './run-news';
import { selectionOf } from './selection-of';
import { sayReason } from '../../texts/reasons';

const words = issueTexts;

interface Props {
  readonly position: IssueInReview;
  readonly issueKey: string;
}

/** Each conflict, and where a run can settle it its two buttons: a run of this question alone carries out whose side stays. */
export function Conflicts({ position, issueKey }: Props) {
  const projectKey = useProjectKey();
  const [started, setStarted] = useState<{ readonly runId: string; readonly keep: 'aws' | 'jira' }>();
  const settle = useAction(async (keep: 'aws' | 'jira') => {
    const options = { ...selectionOf(position), settle: [{ issueKey, keep }] };
    const workloadArn = position.workload.arn;
    setStarted({ keep, runId: await startRun({ projectKey, workloadArn, mode: 'sync', options }) });
  });
  if (started) return <RunNews runId={started.runId} label={words.settling[started.keep]} />;
  return position.conflicts.map((conflict) => (
    <SectionMessage key={conflict.code} appearance="warning" title={words.conflict} headingLevel="h2">
      <p>{capital(sayReason(conflict))}</p>
      {position.maySync && settleKey(conflict) !== undefined ? (
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
