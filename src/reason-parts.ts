/** Changes a reason where it holds what others wrote: names, and words of Jira and AWS. Pure. */
import { isParamList, type IssueRef, type Param, type Quote, type Reason } from './reason';
import { truncate } from './truncate';

type Item = string | IssueRef | Quote | Reason;
type List = Extract<Param, readonly unknown[]>;

/** Each text of the reason as `text` makes it, and each list as `list` does; of reasons within it too. */
export function withParts(
  { code, params }: Reason,
  text: (text: string) => string,
  list: (list: List) => List = (items) => items,
): Reason {
  function item<T extends Item>(given: T): T;
  function item(given: Item): Item {
    if (typeof given === 'string') return text(given);
    if ('quote' in given) return { ...given, quote: text(given.quote) };
    return 'code' in given ? withParts(given, text, list) : given;
  }
  const param = (given: Param): Param => {
    if (typeof given === 'number') return given;
    return isParamList(given) ? list(given).map((each) => item(each)) : item(given);
  };
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([name, each]) => [name, param(each)])),
  };
}

/** The reason in at most that many characters of JSON: its longest texts are cut, and its longest lists. */
export function shortened(reason: Reason, limit: number): Reason {
  let short = reason;
  for (let longest = limit; lengthOf(short) > limit && longest > 1; longest = Math.floor(longest / 2)) {
    const entries = Math.max(1, Math.floor(longest / ENTRY));
    const cut = (list: List): List => (list.length > entries ? [...list.slice(0, entries - 1), '…'] : list);
    short = withParts(reason, (text) => truncate(text, longest), cut);
  }
  return short;
}

/** A list is cut before its entries are, which are names of about this length at most. */
const ENTRY = 32;

function lengthOf(reason: Reason): number {
  return JSON.stringify(reason).length;
}
