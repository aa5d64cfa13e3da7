import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { IssueInReview } from '../../../../../src/contract';
import { OutLink } from '../../components/out-link';
import { RiskLozenge } from '../../components/risk-lozenge';
import { Time } from '../../components/time';
import { issueTexts } from '../../texts/issue';
import { sayReason } from '../../texts/reasons';
import { Conflicts } from './conflicts';
import { Notes } from './notes';
import { SyncNow } from './sync-now';
import { Where } from './where';

const words = issueTexts;

interface Props {
  readonly position: IssueInReview;
  readonly issueKey: string;
}

/** What wants a person's eye comes first: a conflict, a risk; then where it sits, and what AWS says. */
export function IssueInReview({ position, issueKey }: Props) {
  return (
    <>
      <Marks position={position} />
      <Conflicts position={position} issueKey={issueKey} />
      {position.problem === undefined ? null : (
        <SectionMessage appearance="warning" title={words.problem} headingLevel="h2">
          <p>{sayReason(position.problem)}</p>
        </SectionMessage>
      )}
      <Where position={position} />
      <Links position={position} />
      {position.level === 'epic' ? null : <Notes notes={position.notes} />}
      <LastSync position={position} />
      {position.level === 'subtask' ? null : <SyncNow position={position} level={position.level} />}
    </>
  );
}

function Marks({ position: { question, practice } }: Pick<Props, 'position'>) {
  if (!question) return null;
  return (
    <div className="marks">
      <RiskLozenge risk={question.risk} />
      {practice?.state ? <Lozenge>{words.practice[practice.state]}</Lozenge> : null}
    </div>
  );
}

function Links({ position: { guidance, consoleUrl } }: Pick<Props, 'position'>) {
  return (
    <section aria-labelledby="guidance">
      <h2 id="guidance">{words.guidance}</h2>
      <ul className="links">
        {guidance.map(({ text, url }) => (
          <li key={url}>
            <OutLink href={url}>{text}</OutLink>
          </li>
        ))}
        <li>
          <OutLink href={consoleUrl}>{words.console}</OutLink>
        </li>
      </ul>
    </section>
  );
}

function LastSync({ position: { latestRun } }: Pick<Props, 'position'>) {
  return (
    <section aria-labelledby="last-sync">
      <h2 id="last-sync">{words.lastSync}</h2>
      <p>
        {latestRun ? (
          <>
            <Time at={latestRun.at} />, {words.ends[latestRun.kind]}
          </>
        ) : (
          words.never
        )}
      </p>
    </section>
  );
}
