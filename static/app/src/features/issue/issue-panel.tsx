import { usePageContext } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { Loaded } from '../../components/loaded';
import { issueTexts } from '../../texts/issue';
import './issue-panel.css';
import { IssueInReview } from './issue-in-review';

/** The panel on an issue: where it sits in its review. On an issue of nobody's review it stays empty. */
export function IssuePanel() {
  const { projectKey = '', issueKey = '' } = usePageContext();
  const panel = useAnswer('issue.panel', { projectKey, issueKey });
  return (
    <main className="issue-panel">
      <Loaded of={panel} label={issueTexts.loading}>
        {(found) => (found.kind === 'ours' ? <IssueInReview position={found} issueKey={issueKey} /> : null)}
      </Loaded>
    </main>
  );
}
