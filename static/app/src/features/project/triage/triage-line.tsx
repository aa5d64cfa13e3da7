import Lozenge from '@atlaskit/lozenge';
import type { TriageRow } from '../../../../../../src/contract';
import { IssueLink } from '../../../components/issue-link';
import { RiskLozenge } from '../../../components/risk-lozenge';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { isOverdue, type Names } from './triage-rows';

interface Props {
  readonly row: TriageRow;
  readonly names: Names;
  readonly day: string;
}

const APPEARANCES = { new: 'neutral', indeterminate: 'information', done: 'success' } as const;

const { triage: words } = projectTexts;

/** One open best practice. */
export function TriageLine({ row, names, day }: Props) {
  const { key, title, risk, pillar, question, status, assignee } = row;
  return (
    <tr>
      <td>
        {risk === undefined ? <span className="subtle">{words.unknown}</span> : <RiskLozenge risk={risk} />}
      </td>
      <td>
        <p>{pillar === undefined ? words.unknown : names.pillar(row)}</p>
        <p className="subtle small">{names.lens(row)}</p>
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
        <Due row={row} day={day} />
      </td>
    </tr>
  );
}

function Due({ row, day }: Pick<Props, 'row' | 'day'>) {
  if (row.dueDate === undefined)
    return (
      <span className="subtle">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.noDue}</span>
      </span>
    );
  return (
    <>
      <time dateTime={row.dueDate} className="triage-date">
        {format().day(row.dueDate)}
      </time>{' '}
      {isOverdue(row, day) ? <Lozenge appearance="danger">{words.overdue}</Lozenge> : null}
    </>
  );
}
