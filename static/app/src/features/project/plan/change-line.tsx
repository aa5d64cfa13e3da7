import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import { IssueLink } from '../../../components/issue-link';
import { texts } from '../../../texts';
import { capital } from '../../../components/capital';
import { changeWords } from './change-words';
import type { OtherChange } from './plan-tree';
import { sayReason } from '../../../texts/reasons';

const { plan: words } = texts.project.sync;

/** One change of an issue or an answer, with its reason or with old and new. */
export function ChangeLine({ change }: { readonly change: OtherChange }) {
  return (
    <li className="change-line">
      <p>
        {change.key === undefined ? null : (
          <>
            <IssueLink issueKey={change.key} />{' '}
          </>
        )}
        {change.title}
      </p>
      <div className="subtle">
        <What change={change} />
      </div>
    </li>
  );
}

function What({ change }: { readonly change: OtherChange }) {
  switch (change.kind) {
    case 'update':
      return (
        <ul className="plain-list">
          {change.changes.map(sayReason).map((text) => (
            <li key={text}>
              <OldAndNew text={text} />
            </li>
          ))}
        </ul>
      );
    case 'close':
    case 'reopen':
      return <p>{capital(sayReason(change.reason))}</p>;
    case 'choose':
      return (
        <p>
          {words.status[change.status]}: {sayReason(change.reason)}
        </p>
      );
    case 'notes':
      return <p>{words.notes[change.what]}</p>;
  }
}

function OldAndNew({ text }: { readonly text: string }) {
  const { field, old, now } = changeWords(text);
  if (old === undefined) return <>{capital(text)}</>;
  return (
    <>
      {capital(field)}: <span className="visually-hidden">{words.from} </span>
      <del>{old}</del> <ArrowRightIcon label="" size="small" />{' '}
      <span className="visually-hidden">{words.to} </span>
      <ins>{now}</ins>
    </>
  );
}
