/** Assumptions about Jira that the app relies on, most of which the local site shares. */
import type { Assumption } from './model';

export const JIRA = [
  {
    id: 'J1',
    assumed:
      'Transitions whose condition fails are listed with `isAvailable: false`, those hidden from users among them.',
    reliedOnBy: 'both',
    otherwise: 'A way to done goes unseen, and the issue is told as one without a transition.',
    toSee: 'by-hand',
  },
  {
    id: 'J2',
    assumed: 'A bulk create ends within two minutes of the death of its caller, or of a 504.',
    reliedOnBy: 'app',
    otherwise:
      'An issue is made twice, and told as a twin: raise IN_FLIGHT_SECONDS of src/sync/lost-creates.ts.',
    toSee: 'by-hand',
  },
  {
    id: 'J3',
    assumed: 'ADF comes back as it was sent, but for what src/jira/adf/fingerprint.ts leaves out.',
    reliedOnBy: 'app',
    otherwise: 'Descriptions look as if somebody had edited them: leave out what Jira adds there too.',
    toSee: 'scratch',
  },
  {
    id: 'J4',
    assumed: 'JQL takes `is not EMPTY` on an indexed entity property.',
    reliedOnBy: 'both',
    otherwise: 'The hourly search for moved issues fails: ask for `!= ""` in src/jira/client/jql.ts.',
    toSee: 'asking',
  },
  {
    id: 'J5',
    assumed: 'A changelog names a new parent by one of the names in src/automatic/jira-event.ts.',
    reliedOnBy: 'app',
    otherwise: 'A card that moves under another parent is found by the next full read only: add the name.',
    toSee: 'scratch',
  },
  {
    id: 'J6',
    assumed: 'JQL takes `subtaskIssueTypes()` beside an entity property.',
    reliedOnBy: 'both',
    otherwise: 'The search for unknown Sub-tasks is refused, and every one is read instead.',
    toSee: 'asking',
  },
  {
    id: 'J7',
    assumed: 'JQL takes a list of 1,000 ids in `id not in`.',
    reliedOnBy: 'both',
    otherwise: 'Large workloads search for all their issues: lower MOST_LEFT_OUT of src/jira/client/jql.ts.',
    toSee: 'asking',
  },
  {
    id: 'J8',
    assumed: 'An id in `id not in` that no issue has is refused with 400.',
    reliedOnBy: 'both',
    otherwise: 'One request less: the app then searches for all only where nothing was wrong.',
    toSee: 'asking',
  },
  {
    id: 'J9',
    assumed: 'The screen of a transition takes `null` for the resolution.',
    reliedOnBy: 'both',
    otherwise: 'A reopened issue keeps its resolution, which is told.',
    toSee: 'scratch',
  },
  {
    id: 'J10',
    assumed: 'A bulk create stores the `properties` of each issue.',
    reliedOnBy: 'both',
    otherwise: 'Issues of a lost answer are not found again: set the property after the create.',
    toSee: 'scratch',
  },
  {
    id: 'J11',
    assumed: 'createmeta lists `parent` wherever a create screen can set it.',
    reliedOnBy: 'both',
    otherwise: 'The space check names a missing field that is there.',
    toSee: 'asking',
  },
  {
    id: 'J12',
    assumed: 'An archived project is marked `archived`, or not found.',
    reliedOnBy: 'app',
    otherwise: 'A link says that it syncs while no write can succeed.',
    toSee: 'by-hand',
  },
  {
    id: 'J13',
    assumed: 'A search that asks for fields gives 100 issues a page.',
    reliedOnBy: 'both',
    otherwise: 'More pages, more points: nothing to change.',
    toSee: 'asking',
  },
  {
    id: 'J14',
    assumed: "A description's limit of 32,767 characters counts the ADF document as JSON.",
    reliedOnBy: 'both',
    otherwise: 'Long texts are cut earlier than they must be: raise MAX_DOCUMENT of src/jira/adf/fit.ts.',
    toSee: 'scratch',
  },
  {
    id: 'J15',
    assumed: 'A change of a workflow, or of the category of a status, need not move `updated`.',
    reliedOnBy: 'app',
    otherwise: 'The hourly search asks for two dates where one would do.',
    toSee: 'by-hand',
  },
  {
    id: 'J16',
    assumed: "A create without a reporter takes the app's account, also where the field is required.",
    reliedOnBy: 'both',
    otherwise: 'First syncs are refused with the name of the field: send the app as `reporter`.',
    toSee: 'scratch',
  },
  {
    id: 'J17',
    assumed: 'An archived issue is not found, by search or by id, and counts as absent.',
    reliedOnBy: 'app',
    otherwise:
      'Archived cards are updated, or their status is read: treat them as absent in src/jira/client.',
    toSee: 'by-hand',
  },
  {
    id: 'J18',
    assumed: 'A Sub-task takes a team of its own.',
    reliedOnBy: 'app',
    otherwise:
      'A create is refused with the name of the field, and the value is to be taken out of the settings.',
    toSee: 'by-hand',
  },
  {
    id: 'J30',
    assumed: 'A project without an issue security scheme is answered 404 when it is asked for.',
    reliedOnBy: 'both',
    otherwise: 'The space check fails: read such an answer as none in src/jira/client/issue-security.ts.',
    toSee: 'by-hand',
  },
] as const satisfies readonly Assumption[];
