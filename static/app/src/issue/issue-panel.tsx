import { usePlace } from '../bridge/use-place';
import { useAnswer } from '../data/use-answer';
import { Loaded } from '../pieces/loaded';
import { texts } from '../texts';
import './issue-panel.css';
import { IssuePlaceView } from './issue-place-view';

/** The panel on an issue: where it sits in its review. On an issue of nobody's review it stays empty. */
export function IssuePanel() {
  const { projectKey = '', issueKey = '' } = usePlace();
  const panel = useAnswer('issue.panel', { projectKey, issueKey });
  return (
    <main className="issue-panel">
      <Loaded of={panel} name="issue.panel" label={texts.issue.loading}>
        {(found) => (found.kind === 'ours' ? <IssuePlaceView place={found} issueKey={issueKey} /> : null)}
      </Loaded>
    </main>
  );
}
