/** What the local site's Jira does where Atlassian documents nothing. */
import type { Assumption } from './model';

export const LOCAL_JIRA = [
  {
    id: 'J19',
    assumed: 'A refused or failed request costs no more of the points than its base.',
    reliedOnBy: 'local site',
    otherwise: 'Charges of failing runs are too low.',
    toSee: 'by-hand',
  },
  {
    id: 'J20',
    assumed: "What a read costs beyond Atlassian's examples is a point for each thing that its list holds.",
    reliedOnBy: 'local site',
    otherwise: 'The figures of docs/benchmarks.md are off: sandbox/jira/limits/prices.ts has the list.',
    toSee: 'asking',
  },
  {
    id: 'J21',
    assumed: 'A parent and Sub-tasks that the reader may not see are left out of the fields.',
    reliedOnBy: 'local site',
    otherwise: 'The app could tell readers of issues that are hidden from them.',
    toSee: 'by-hand',
  },
  {
    id: 'J22',
    assumed: "An event's `changedStatuses` are the previous one and the current one, in this order.",
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app reads none of them.',
    toSee: 'scratch',
  },
  {
    id: 'J23',
    assumed: 'When an issue is deleted, of its Sub-tasks no event tells.',
    reliedOnBy: 'local site',
    otherwise: 'More events, each of which is read as what it is.',
    toSee: 'scratch',
  },
  {
    id: 'J24',
    assumed: 'A deleted issue has no properties any more when filters of triggers look.',
    reliedOnBy: 'both',
    otherwise: 'The trigger for deletions could have the filter that the other has.',
    toSee: 'by-hand',
  },
  {
    id: 'J25',
    assumed: 'A bulk create of none, or of more than 50, is refused with 400 in the form of its result.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app sends none such.',
    toSee: 'asking',
  },
  {
    id: 'J26',
    assumed: 'A change of nothing but entity properties raises no event.',
    reliedOnBy: 'local site',
    otherwise: 'Events of our own, which the trigger leaves out.',
    toSee: 'scratch',
  },
  {
    id: 'J27',
    assumed: 'A text of ADF that has one mark twice is refused.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app writes none such.',
    toSee: 'scratch',
  },
  {
    id: 'J28',
    assumed: 'JQL compares a property of type `string` with its case.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app asks with the case that it wrote.',
    toSee: 'scratch',
  },
  {
    id: 'J29',
    assumed: 'An operation that has no classic scope, but granular ones, is open to every app.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app asks no such operation.',
    toSee: 'asking',
  },
] as const satisfies readonly Assumption[];
