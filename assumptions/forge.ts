/** Assumptions about Forge that the app relies on, most of which the local site shares. */
import type { Assumption } from './model';

export const FORGE = [
  {
    id: 'F1',
    assumed: "A trigger's filter knows the app's property within seconds of the create.",
    reliedOnBy: 'app',
    otherwise: 'Early moves of new cards are found by the hourly search.',
    toSee: 'by-hand',
  },
  {
    id: 'F2',
    assumed: 'A concurrency key admits one invocation at a time also after a crash.',
    reliedOnBy: 'both',
    otherwise: 'Two runs meet at the lease of their workload, and one of them ends.',
    toSee: 'by-hand',
  },
  {
    id: 'F3',
    assumed: "Forge's `fetch` shows the `Date` header of AWS.",
    reliedOnBy: 'both',
    otherwise: "The app's own writes look like changes in AWS, and each costs a run.",
    toSee: 'asking',
  },
  {
    id: 'F4',
    assumed: 'A web trigger gets the sub-path of its URL as `userPath`.',
    reliedOnBy: 'both',
    otherwise:
      'Events name no connection and are refused: put it into the query (src/handlers/aws-events.ts).',
    toSee: 'by-hand',
  },
  {
    id: 'F5',
    assumed: 'A web trigger gets header names in lower case.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app takes any case.',
    toSee: 'asking',
  },
  {
    id: 'F6',
    assumed: 'The content policy of pages is at most as strict as sandbox/forge/pages/content-policy.ts.',
    reliedOnBy: 'both',
    otherwise: 'Pages lack styles or do not load: `permissions.content` of the manifest.',
    toSee: 'by-hand',
  },
  {
    id: 'F7',
    assumed: '`createHistory` works in each module that has a page.',
    reliedOnBy: 'both',
    otherwise: 'A page keeps its open part in memory: a reload shows the first part.',
    toSee: 'by-hand',
  },
  {
    id: 'F8',
    assumed: 'The display condition `entityPropertyExists` hides the panel of other issues.',
    reliedOnBy: 'both',
    otherwise: 'The panel says on other issues that they are not linked.',
    toSee: 'by-hand',
  },
  {
    id: 'F9',
    assumed: 'The frame of a page grows with its page.',
    reliedOnBy: 'both',
    otherwise: 'Long pages scroll inside their frame.',
    toSee: 'by-hand',
  },
  {
    id: 'F10',
    assumed: 'Of two claims of one key with FAIL_IF_EXISTS one succeeds.',
    reliedOnBy: 'both',
    otherwise: 'A workload stays out of the list of its project: linking it again mends that.',
    toSee: 'asking',
  },
  {
    id: 'F11',
    assumed: 'An error of a missing consent that a resolver throws makes Forge ask the person for it.',
    reliedOnBy: 'both',
    otherwise: 'Pages show an error until the person opens the app anew.',
    toSee: 'by-hand',
  },
  {
    id: 'F12',
    assumed: 'A host name that does not resolve is a TypeError with the error of the look-up as its cause.',
    reliedOnBy: 'both',
    otherwise: 'A mistyped Region reads as a service that cannot be reached.',
    toSee: 'by-hand',
  },
  {
    id: 'F13',
    assumed:
      'A unit of storage is 10,000 bytes, each key of a request counts, a query counts what it returns.',
    reliedOnBy: 'both',
    otherwise: 'The account on the admin page and docs/benchmarks.md show more than is charged.',
    toSee: 'by-hand',
  },
  {
    id: 'F14',
    assumed: 'What an uninstall leaves, secrets included, Forge deletes within 28 days.',
    reliedOnBy: 'app',
    otherwise: 'SECURITY.md, "Leaving", says what to delete by hand.',
    toSee: 'by-hand',
  },
  {
    id: 'F39',
    assumed:
      "Of a paid app `getAppContext().license.isActive` tells the site's licence in every function; elsewhere it is absent.",
    reliedOnBy: 'app',
    otherwise:
      'Nothing while `app.licensing` is off; a paid app would sync without a licence, or refuse with one.',
    toSee: 'by-hand',
  },
] as const satisfies readonly Assumption[];
