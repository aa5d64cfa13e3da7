import SectionMessage from '@atlaskit/section-message';
import type { RunView } from '../../../../../../src/contract';
import { usePageContext } from '../../../bridge/use-page-context';
import { OutLink } from '../../../components/out-link';
import { projectTexts } from '../../../texts/project';
import { areIssuesThere } from './are-issues-there';
import { searchOf } from './search-of';

const { run: words } = projectTexts.sync;

interface Props {
  readonly run: RunView;
  readonly workloadArn: string;
}

/** The issues of a run are in Jira, and can be looked at while it goes on with notes. */
export function IssuesThere({ run, workloadArn }: Props) {
  const { siteUrl } = usePageContext();
  if (!areIssuesThere(run)) return null;
  return (
    <SectionMessage title={words.issuesThere} headingLevel="h3">
      <p>
        <OutLink href={searchOf(siteUrl, workloadArn)}>{words.openIssues}</OutLink>
      </p>
    </SectionMessage>
  );
}
