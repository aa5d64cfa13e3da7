import { CopyField } from '../../components/copy-field';
import { Mark } from '../../components/mark';
import { textOf } from '../../texts';
import { connectionTexts } from '../../texts/connections';
import { sayReason } from '../../texts/reasons';
import type { Check, ConnectionTest } from '../../../../../src/contract';
import { groupChecks } from './checks-group';

/** What a test of one Region found: what is missing first, with what to add. */
export function RegionChecks({ test }: { readonly test: ConnectionTest }) {
  const { failed, ok, unknown } = groupChecks(test.checks);
  const own = connectionTexts.test;
  return (
    <ul className="checks" aria-label={own.table({ region: test.region })}>
      {failed.map((check) => (
        <FailedCheck key={check.what} check={check} />
      ))}
      {unknown.map(({ said, whats }) => (
        <li className="check" key={said}>
          <Mark kind="unknown" />
          <div className="check-body">
            <strong>
              {whats.length === 1 ? nameOf(whats[0] ?? '') : own.untried({ count: whats.length })}
            </strong>
            <p className="plain">{said}</p>
            {whats.length === 1 ? null : <p className="hint">{whats.map(nameOf).join(', ')}</p>}
          </div>
        </li>
      ))}
      {ok.map(({ what }) => (
        <li className="check" key={what}>
          <Mark kind="ok" />
          <div className="check-body">{nameOf(what)}</div>
        </li>
      ))}
    </ul>
  );
}

function FailedCheck({ check: { what, reason, statement } }: { readonly check: Check }) {
  return (
    <li className="check check-failed">
      <Mark kind="failed" />
      <div className="check-body">
        <strong>{nameOf(what)}</strong>
        <p className="plain">{sayReason(reason)}</p>
        {statement === undefined ? null : (
          <CopyField isBlock label={connectionTexts.test.statement} text={indented(statement)} />
        )}
      </div>
    </li>
  );
}

function nameOf(what: string): string {
  return textOf(connectionTexts.test.what, what) ?? what;
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), undefined, 2);
}
