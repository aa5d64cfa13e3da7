/** What the local site's Forge does where Atlassian documents nothing: storage, queue, limits, web triggers. */
import type { Assumption } from './model';

export const LOCAL_FORGE = [
  {
    id: 'F15',
    assumed: 'A member of a batch or transaction with a key policy is refused.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app sends none such.',
    toSee: 'asking',
  },
  {
    id: 'F16',
    assumed:
      'In a query of an entity a row without the attributes of the index is not found, rows of one range value follow their keys, filters work before the limit, and the order ascends.',
    reliedOnBy: 'local site',
    otherwise: 'Lists of the audit log and of pending changes are in another order, or lack rows.',
    toSee: 'asking',
  },
  {
    id: 'F17',
    assumed: 'A negated condition on an attribute that is absent holds.',
    reliedOnBy: 'local site',
    otherwise: 'Transactions that claim a lease fail or hold otherwise: src/storage/guarded.ts.',
    toSee: 'asking',
  },
  {
    id: 'F18',
    assumed: 'Of the 100 conditions of a query the range is one.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app comes nowhere near.',
    toSee: 'asking',
  },
  {
    id: 'F19',
    assumed: 'An attribute that the manifest does not declare is refused, as is `null` for a typed one.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app stores none such.',
    toSee: 'asking',
  },
  {
    id: 'F20',
    assumed:
      'Codes of storage that Atlassian does not list: of an unknown index, a partition that is not whole, a TTL that is too long.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app decides on none of them.',
    toSee: 'asking',
  },
  {
    id: 'F21',
    assumed: 'Messages of storage beside those that were reported from a live site.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app decides on none of them.',
    toSee: 'asking',
  },
  {
    id: 'F22',
    assumed: 'What storage refuses for its rate costs nothing; what it refuses for its content costs.',
    reliedOnBy: 'local site',
    otherwise: 'Charges of failing runs are off.',
    toSee: 'by-hand',
  },
  {
    id: 'F23',
    assumed:
      'Minutes of egress and of log lines are those of the time limit, rounded up; KB are 1,000 bytes.',
    reliedOnBy: 'both',
    otherwise: 'A run counts on more requests than it has, and ends in the middle: decision 35.',
    toSee: 'by-hand',
  },
  {
    id: 'F24',
    assumed: '`fetch` answers 429 once the requests of an invocation are used up.',
    reliedOnBy: 'local site',
    otherwise: 'A run that miscounts ends in another error.',
    toSee: 'by-hand',
  },
  {
    id: 'F25',
    assumed: '`fetch` of a host that the manifest does not name rejects as @forge/api does.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app asks no such host.',
    toSee: 'asking',
  },
  {
    id: 'F26',
    assumed: 'The first delays of a queue that retries are 2 s, 4 s, 8 s, …, of product events too.',
    reliedOnBy: 'local site',
    otherwise: 'Runs go on a little sooner or later.',
    toSee: 'by-hand',
  },
  {
    id: 'F27',
    assumed: 'An error that a function throws comes back as FUNCTION_PLATFORM_UNKNOWN_ERROR.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app decides on none of them.',
    toSee: 'by-hand',
  },
  {
    id: 'F28',
    assumed: 'A product event whose function fails is delivered four times more at most.',
    reliedOnBy: 'local site',
    otherwise: 'More or fewer deliveries: the hourly search finds what was lost.',
    toSee: 'by-hand',
  },
  {
    id: 'F29',
    assumed: 'Work that nobody waits for is delivered later where invocations are used up.',
    reliedOnBy: 'local site',
    otherwise: 'Lost events cost until the next schedule.',
    toSee: 'by-hand',
  },
  {
    id: 'F30',
    assumed:
      'What a web trigger answers to a request that is too big, after an error and after the time limit.',
    reliedOnBy: 'local site',
    otherwise: 'EventBridge retries or gives up otherwise; the poll finds what was lost.',
    toSee: 'by-hand',
  },
  {
    id: 'F31',
    assumed: 'Storage and queue answer 500 UNKNOWN_ERROR where they fail.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: every 5xx is one kind to the app.',
    toSee: 'by-hand',
  },
  {
    id: 'F32',
    assumed: 'Storage without its scope is refused with the status and body of Jira calls without theirs.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the manifest has the scope.',
    toSee: 'by-hand',
  },
  {
    id: 'F33',
    assumed:
      'A consumer that names a method of a resolver gets the body of its event as the payload, with `retryContext` in it.',
    reliedOnBy: 'local site',
    otherwise: "Nothing: the app's consumer is a function.",
    toSee: 'by-hand',
  },
] as const satisfies readonly Assumption[];
