/** What the local site's AWS does where AWS documents nothing. */
import type { Assumption } from './model';

export const LOCAL_AWS = [
  {
    id: 'A14',
    assumed:
      "A question of the framework lens is HIGH where a missing practice's documented risk is, else MEDIUM; NONE where none is missing.",
    reliedOnBy: 'local site',
    otherwise: 'The local site shows other risks than the tool.',
    toSee: 'scratch',
  },
  {
    id: 'A15',
    assumed: 'Where the user guide and the API differ in a limit of lenses, the larger one holds.',
    reliedOnBy: 'local site',
    otherwise: 'A lens loads here that the tool refuses.',
    toSee: 'scratch',
  },
  {
    id: 'A16',
    assumed: 'A question of the framework lens links to its page by its code (`SEC01`, `sec-01.html`).',
    reliedOnBy: 'local site',
    otherwise: "Links of the local site's issues differ.",
    toSee: 'asking',
  },
  {
    id: 'A17',
    assumed: 'In risk rules `!` binds before `&&`, and `&&` before `||`.',
    reliedOnBy: 'local site',
    otherwise: 'The local site shows other risks than the tool.',
    toSee: 'scratch',
  },
  {
    id: 'A18',
    assumed: 'Lens ARNs carry no version.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app takes both, and a switch makes the local site answer so.',
    toSee: 'asking',
  },
  {
    id: 'A19',
    assumed:
      "A workload that is not there, or that the caller does not see, is authorised as one of the caller's account.",
    reliedOnBy: 'local site',
    otherwise: 'Another error for a workload that has gone.',
    toSee: 'asking',
  },
  {
    id: 'A20',
    assumed: 'Requests are judged by signature, permission, input, existence, in this order.',
    reliedOnBy: 'local site',
    otherwise: 'Of several faults another one is told.',
    toSee: 'by-hand',
  },
  {
    id: 'A21',
    assumed: 'A pillar that a lens does not have has no questions; it is no error.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app asks for none such.',
    toSee: 'asking',
  },
  {
    id: 'A22',
    assumed: 'A question that was given choices once stays answered, even with none selected.',
    reliedOnBy: 'local site',
    otherwise: 'A question whose last choice is taken back counts as unanswered.',
    toSee: 'scratch',
  },
  {
    id: 'A23',
    assumed: 'Of “None of these” and a practice the newer selection wins; both in one request are refused.',
    reliedOnBy: 'both',
    otherwise: 'Selecting a practice is refused while “None of these” stands: src/sync/write-back.',
    toSee: 'scratch',
  },
  {
    id: 'A24',
    assumed: "GetGlobalSettings of an account that never heard of AWS's connector answers NOT_CONFIGURED.",
    reliedOnBy: 'both',
    otherwise: 'Automatic mode asks for a confirmation that it would not need.',
    toSee: 'asking',
  },
  {
    id: 'A25',
    assumed: 'ListLensReviewImprovements lists in the order of the lens.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app sorts.',
    toSee: 'asking',
  },
  {
    id: 'A26',
    assumed: 'The prefix of ListWorkloads is compared with its case.',
    reliedOnBy: 'local site',
    otherwise: 'Searches find more.',
    toSee: 'asking',
  },
  {
    id: 'A27',
    assumed: 'AssociateLenses with a lens that the workload has changes nothing.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app does not call it.',
    toSee: 'scratch',
  },
  {
    id: 'A28',
    assumed: 'A client token that comes again with another request is a ConflictException.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app uses none twice.',
    toSee: 'scratch',
  },
  {
    id: 'A29',
    assumed: 'CloudTrail tells every parameter as it was sent.',
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app reads workload, lens and question alone.',
    toSee: 'by-hand',
  },
  {
    id: 'A30',
    assumed:
      'A text of a policy whose variable has no value matches nothing, so that a negated operator holds.',
    reliedOnBy: 'local site',
    otherwise: "Nothing: the product's templates have none such.",
    toSee: 'by-hand',
  },
  {
    id: 'A31',
    assumed: 'A role that trusts everybody trusts by name; principals of a trust policy need not exist.',
    reliedOnBy: 'local site',
    otherwise: "Nothing: the product's template trusts one user.",
    toSee: 'by-hand',
  },
  {
    id: 'A32',
    assumed:
      "An opt-in Region that the role's account has not enabled is refused by STS as a deactivated one.",
    reliedOnBy: 'local site',
    otherwise: 'The finding of a test names another cause.',
    toSee: 'by-hand',
  },
  {
    id: 'A33',
    assumed:
      'A template of EventBridge that makes no JSON of an event sends nothing; quoted values are not escaped.',
    reliedOnBy: 'local site',
    otherwise: 'Unreadable events, which are refused.',
    toSee: 'by-hand',
  },
  {
    id: 'A34',
    assumed:
      "EventBridge asks for the delivery's role before each attempt, retries after 1 s, 2 s, 4 s, up to ten minutes, and counts a rate by requests under way.",
    reliedOnBy: 'local site',
    otherwise: 'Events come sooner or later.',
    toSee: 'by-hand',
  },
  {
    id: 'A35',
    assumed:
      "A call on a shared workload is told in the caller's account alone; shares let the other contribute.",
    reliedOnBy: 'local site',
    otherwise: 'Events of an account more or less.',
    toSee: 'by-hand',
  },
  {
    id: 'A36',
    assumed: "Wordings of the tool's own errors.",
    reliedOnBy: 'local site',
    otherwise: 'Nothing: the app decides on codes.',
    toSee: 'asking',
  },
  {
    id: 'A38',
    assumed: 'Names of milestones are compared without spaces and capitalization, as those of workloads.',
    reliedOnBy: 'local site',
    otherwise: 'AWS says so itself: a name that it takes is saved, one that it refuses is told as taken.',
    toSee: 'scratch',
  },
] as const satisfies readonly Assumption[];
