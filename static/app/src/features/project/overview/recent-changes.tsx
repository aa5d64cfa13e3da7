import { useState } from 'react';
import type { RecentChangesView, RecentChangeView, RecentKind } from '../../../../../../src/contract';
import { capital } from '../../../components/capital';
import { IssueLink } from '../../../components/issue-link';
import { Time } from '../../../components/time';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import { Disclosure } from '../disclosure';

const { card } = projectTexts;

/** What was done, by kind: how many, and at a click which. */
export function RecentChanges({ kinds }: RecentChangesView) {
  if (kinds.length === 0) return <p>{card.nothingDone}</p>;
  return (
    <>
      <p>{card.done}</p>
      <ul className="plain-list">
        {kinds.map((of) => (
          <Kind key={of.kind} of={of} />
        ))}
      </ul>
    </>
  );
}

function Kind({ of: { what, changes, more, isPutBack } }: { readonly of: RecentKind }) {
  const [isOpen, setOpen] = useState(false);
  const said = capital(sayReason(what));
  return (
    <li className="stack-tight">
      <div className="row">
        <Disclosure
          label={card.doneList({ what: said })}
          isOpen={isOpen}
          onToggle={() => setOpen((before) => !before)}
        />
        <span>{said}</span>
        {isPutBack ? null : <span className="subtle">{card.staysDone}</span>}
      </div>
      {isOpen ? (
        <ul className="plain-list">
          {changes.map((change, nth) => (
            <Change key={nth} change={change} />
          ))}
          {more > 0 ? <li className="subtle">{card.moreDone({ more })}</li> : null}
        </ul>
      ) : null}
    </li>
  );
}

function Change({ change: { key, title, at, what } }: { readonly change: RecentChangeView }) {
  return (
    <li className="row">
      {key === undefined ? null : <IssueLink issueKey={key} />}
      <span>{title}</span>
      <span>{sayReason(what)}</span>
      <span className="subtle">
        <Time at={at} />
      </span>
    </li>
  );
}
