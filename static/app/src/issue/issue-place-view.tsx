import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { IssuePlace } from '../../../../src/contract';
import { OutLink } from '../pieces/out-link';
import { RiskLozenge } from '../pieces/risk-lozenge';
import { Time } from '../pieces/time';
import { texts } from '../texts';
import { Conflicts } from './conflicts';
import { Notes } from './notes';
import { SyncNow } from './sync-now';
import { Where } from './where';

const words = texts.issue;

interface Props {
  readonly place: IssuePlace;
  readonly issueKey: string;
}

/** What wants a person's eye comes first: a conflict, a risk; then where it sits, and what AWS says. */
export function IssuePlaceView({ place, issueKey }: Props) {
  return (
    <>
      <Marks place={place} />
      <Conflicts place={place} issueKey={issueKey} />
      {place.problem === undefined ? null : (
        <SectionMessage appearance="warning" title={words.problem} headingLevel="h2">
          <p>{place.problem}</p>
        </SectionMessage>
      )}
      <Where place={place} />
      <Links place={place} />
      {place.level === 'epic' ? null : <Notes notes={place.notes} />}
      <LastSync place={place} />
      {place.level === 'subtask' ? null : <SyncNow place={place} level={place.level} />}
    </>
  );
}

function Marks({ place: { question, practice } }: Pick<Props, 'place'>) {
  if (!question) return null;
  return (
    <div className="marks">
      <RiskLozenge risk={question.risk} />
      {practice?.state ? <Lozenge>{words.practice[practice.state]}</Lozenge> : null}
    </div>
  );
}

function Links({ place: { guidance, consoleUrl } }: Pick<Props, 'place'>) {
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

function LastSync({ place: { latestRun } }: Pick<Props, 'place'>) {
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
