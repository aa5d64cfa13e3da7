/** Assumptions about AWS that the app relies on, most of which the local site shares. */
import type { Assumption } from './model';

export const AWS = [
  {
    id: 'A1',
    assumed: '`UpdatedAt` of workload and lens review moves with every answer.',
    reliedOnBy: 'both',
    otherwise: 'A change that moves no count of risks is found by the weekly full read (decision 41).',
    toSee: 'scratch',
  },
  {
    id: 'A2',
    assumed:
      "`UpdatedAt` is the time of the write by AWS's clock, within two seconds of the answer's `Date`.",
    reliedOnBy: 'both',
    otherwise:
      "The app's own writes look like changes, and each costs a run: src/wellarchitected/own-writes.ts.",
    toSee: 'scratch',
  },
  {
    id: 'A3',
    assumed: 'EventBridge takes `exists: false` beside `anything-but`, also where the parents are absent.',
    reliedOnBy: 'both',
    otherwise: "Events of the app itself start runs, or people's are lost: the pattern of aws/events.yaml.",
    toSee: 'by-hand',
  },
  {
    id: 'A4',
    assumed: 'A path that an event does not have leaves an empty text in the template of the transformer.',
    reliedOnBy: 'both',
    otherwise: 'Such events are refused as unreadable: the template of aws/events.yaml.',
    toSee: 'by-hand',
  },
  {
    id: 'A5',
    assumed: 'Notes are counted towards 2,084 in UTF-16 units, or in a way that finds fewer.',
    reliedOnBy: 'both',
    otherwise: 'A long note is refused: count in src/notes/fit.ts as AWS does.',
    toSee: 'scratch',
  },
  {
    id: 'A6',
    assumed: 'A question of a custom lens that no rule matches is rated NONE.',
    reliedOnBy: 'local site',
    otherwise: 'The local site shows other risks than the tool.',
    toSee: 'scratch',
  },
  {
    id: 'A7',
    assumed: "The console's address of a custom lens's question has the ARN as one encoded segment.",
    reliedOnBy: 'app',
    otherwise: 'Links of such issues open the overview: src/wellarchitected/console-link.ts.',
    toSee: 'by-hand',
  },
  {
    id: 'A8',
    assumed: 'Actions on lens reviews are checked against the workload alone.',
    reliedOnBy: 'both',
    otherwise: 'The role refuses what it should allow: the resources of aws/role.yaml.',
    toSee: 'by-hand',
  },
  {
    id: 'A9',
    assumed: 'Permission is checked before it is looked whether what is asked for exists.',
    reliedOnBy: 'both',
    otherwise: 'The test of a connection takes a missing permission for one that is there.',
    toSee: 'by-hand',
  },
  {
    id: 'A10',
    assumed: "A shared workload inherits the connector's setting of the account that shares it.",
    reliedOnBy: 'app',
    otherwise:
      'Automatic mode asks for a confirmation that it would not need, or goes on beside the connector.',
    toSee: 'by-hand',
  },
  {
    id: 'A11',
    assumed: 'Notes come back with the line ends that they were sent with.',
    reliedOnBy: 'both',
    otherwise: 'A block that was written is told as not taken: compare lines in decide-answer.ts.',
    toSee: 'scratch',
  },
  {
    id: 'A12',
    assumed:
      'The report of Trend Micro Conformity looks as src/notes/overwritten.ts has it, in every version.',
    reliedOnBy: 'app',
    otherwise: "Its text is kept as a person's, and the block beside it.",
    toSee: 'by-hand',
  },
  {
    id: 'A13',
    assumed: "Where AssumeRole is refused the message names the policy only where the caller's own refuses.",
    reliedOnBy: 'both',
    otherwise: 'The finding of a test names another cause: src/connection/checks.',
    toSee: 'by-hand',
  },
  {
    id: 'A37',
    assumed: 'The CloudFormation console opens `#/stacks/create/template` on the page that takes an upload.',
    reliedOnBy: 'app',
    otherwise: 'A link of the guide opens the list of stacks: the address in src/connection/launch-stack.ts.',
    toSee: 'by-hand',
  },
] as const satisfies readonly Assumption[];
