/** What of a reason about AWS everybody may be told who sees a project: a decision on its params, not on words. */
import { isConnectionFact, withoutConnectionFacts } from '../connection/connection-facts';
import { FOR_EVERYBODY as OF_CONNECTIONS } from '../connection/reasons';
import { FOR_EVERYBODY as OF_LINKS } from '../linked-workloads/reasons';
import { isParamList, type IssueRef, type Param, type Reason } from '../reason';
import { FOR_EVERYBODY as OF_RECORDS } from '../storage/reasons';
import { AWS_FOR_EVERYBODY } from './aws-for-viewers';
import { because, FOR_EVERYBODY as OF_USE_CASES } from './reasons';

/** By code the params that are told. */
type Told = Readonly<Record<string, readonly string[]>>;

const TOLD: Told = { ...AWS_FOR_EVERYBODY, ...OF_CONNECTIONS, ...OF_LINKS, ...OF_RECORDS, ...OF_USE_CASES };

/**
 * The reason without what is for those alone who manage the connection: a param that no table names is hidden, and
 * so are all of a code that no table has.
 */
export function forViewers({ code, params }: Reason, told: Told = TOLD): Reason {
  const shown = Object.hasOwn(told, code) ? told[code] : undefined;
  const kept = Object.entries(params).map(([name, value]) => [
    name,
    shown?.includes(name) === true ? shownParam(value, told) : HIDDEN,
  ]);
  return { code, params: Object.fromEntries(kept) as Reason['params'] };
}

const HIDDEN = because('shown-in-connection');

function shownParam(value: Param, told: Told): Param {
  if (typeof value === 'number') return value;
  if (isParamList(value)) return value.map((each) => shownPart(each, told));
  if (typeof value === 'object' && 'quote' in value) {
    return { ...value, quote: withoutConnectionFacts(value.quote) };
  }
  return shownPart(value, told);
}

function shownPart(value: string | IssueRef | Reason, told: Told): string | IssueRef | Reason {
  if (typeof value === 'string') return shownText(value);
  return 'issueKey' in value ? value : forViewers(value, told);
}

/** A text without what is for those who manage a connection: a name or id of IAM is a value of its own. */
export function shownText(text: string): string | Reason {
  return isConnectionFact(text) ? HIDDEN : withoutConnectionFacts(text);
}
