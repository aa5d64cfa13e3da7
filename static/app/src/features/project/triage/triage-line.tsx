import Lozenge from '@atlaskit/lozenge';
import type { TriageRow } from '../../../../../../src/contract';
import { IssueLink } from '../../../components/issue-link';
import { RiskLozenge } from '../../../components/risk-lozenge';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import type { ShownRow } from './practices';
import { isOverdue } from './triage-rows';

interface Props {
  readonly row: ShownRow;
  readonly day: string;
}

const APPEARANCES = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;

const { triage: words } = projectTexts;

/** One open best practice. */
export function TriageLine({ row: { practice, issue }, day }: Props) {
  const { key, title, parent, status, assignee } = issue;
  // Until a run has stored the risk, what the issue says of it.
  const risk = practice.risk ?? issue.risk;
  const question = parent && parent.id === practice.task ? parent : undefined;
  return (
    <tr>
      <td>
        {risk === undefined ? <span className="subtle">{words.unknown}</span> : <RiskLozenge risk={risk} />}
      </td>
      <td>
        <p>{practice.pillarName}</p>
        <p className="subtle small">{practice.lensName}</p>
      </td>
      <td>
        {question ? (
          <>
            <IssueLink issueKey={question.key} /> {question.title}
          </>
        ) : (
          <span className="subtle">{words.noQuestion}</span>
        )}
      </td>
      <td>
        <IssueLink issueKey={key} /> {title}
      </td>
      <td>
        <Lozenge appearance={APPEARANCES[status.category]}>{status.name}</Lozenge>
      </td>
      <td>{assignee?.displayName ?? <span className="subtle">{words.unassigned}</span>}</td>
      <td>
        <Due issue={issue} day={day} />
      </td>
    </tr>
  );
}

function Due({ issue, day }: { readonly issue: TriageRow; readonly day: string }) {
  if (issue.dueDate === undefined)
    return (
      <span className="subtle">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.noDue}</span>
      </span>
    );
  return (
    <>
      <time dateTime={issue.dueDate} className="triage-date">
        {format().day(issue.dueDate)}
      </time>{' '}
      {isOverdue(issue, day) ? <Lozenge appearance="danger">{words.overdue}</Lozenge> : null}
    </>
  );
}
