import { usePageContext } from '../bridge/use-page-context';
import './issue-link.css';
import { OutLink } from './out-link';

/** The way to an issue, by its key. */
export function IssueLink({ issueKey }: { readonly issueKey: string }) {
  const { siteUrl } = usePageContext();
  return (
    <span className="issue-link">
      <OutLink href={`${siteUrl}/browse/${encodeURIComponent(issueKey)}`}>{issueKey}</OutLink>
    </span>
  );
}
