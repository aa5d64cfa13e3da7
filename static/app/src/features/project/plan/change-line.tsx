import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import type { Reason } from '../../../../../../src/contract';
import { IssueLink } from '../../../components/issue-link';
import { projectTexts } from '../../../texts/project';
import { capital } from '../../../components/capital';
import { riskName } from '../../../components/risk-name';
import { oldAndNew } from './old-and-new';
import type { OtherChange } from './plan-tree';
import { sayReason } from '../../../texts/reasons';

const { plan: words } = projectTexts.sync;

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
          {change.changes.map((what) => (
            <li key={sayReason(what)}>
              <OldAndNew what={what} />
            </li>
          ))}
        </ul>
      );
    case 'close':
    case 'reopen':
      return <p>{capital(sayReason(change.reason))}</p>;
    case 'resolve':
      return (
        <p>
          {words.means[change.means]}: {sayReason(change.reason)}
        </p>
      );
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

function OldAndNew({ what }: { readonly what: Reason }) {
  const values = oldAndNew(what);
  if (values === undefined) return <>{capital(sayReason(what))}</>;
  const shown = values.field === 'risk' ? riskName : (value: string) => value;
  return (
    <>
      {words.fields[values.field]}: <span className="visually-hidden">{words.from} </span>
      <del>{shown(values.old)}</del> <ArrowRightIcon label="" size="small" />{' '}
      <span className="visually-hidden">{words.to} </span>
      <ins>{shown(values.now)}</ins>
    </>
  );
}
