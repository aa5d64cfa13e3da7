/** The project page. */
export const project = {
  title: 'Well-Architected',
  lead: 'What the reviews of this space’s AWS workloads ask for, and how far it is.',
  nav: 'Parts of this page',
  parts: { overview: 'Overview', triage: 'Triage', milestones: 'Milestones' },
  backToOverview: 'Back to the overview',
  loadingWorkloads: 'Loading the workloads of this space',
  workloads: 'Workloads',
  moreWorkloads: 'Show more workloads',
  moreFailed: 'More workloads could not be loaded',

  firstUse: {
    title: 'No workload is linked to this space yet',
    admin:
      'Go to Space settings › Well-Architected, connect an AWS account if there is none, and link a workload. Then come back: the first preview shows what would be created, and nothing is until you say so.',
    viewer:
      'A space admin links workloads in Space settings › Well-Architected. Ask one of them; the review’s risks and the open best practices appear here afterwards.',
  },

  card: {
    region: 'AWS account {account}, {region}',
    console: 'Open in the AWS console',
    sync: 'Sync now',
    syncOf: 'Sync now: {name}',
    openRun: { preview: 'Open the preview', sync: 'Open the sync' },
    running: {
      preview: 'A preview is being made right now.',
      sync: 'A sync is under way right now.',
    },
    startsName: 'Syncing starts',
    starts: { automatic: 'Automatic', manual: 'Manual', off: 'Off' },
    startsUnknown: 'Not known',
    waits: 'Automatic mode waits for a person',
    since: 'Noticed {ago}.',
    seeRun: 'See what it found',
    loadingDone: 'Loading what syncs changed',
    done: 'Within 24 hours of it, syncs changed:',
    doneList: 'Which: {what}',
    staysDone:
      '(This is not put back: their Tasks are gone, and so is what the status told. Where a Task is made again, that sync writes it anew.)',
    moreDone: '… and {more, number} more',
    nothingDone:
      'No sync changed anything within 24 hours of it that could be put back. What a person confirmed over the safety check cannot be.',
    putBackWhat: 'This can be put back: each answer and work item that nobody changed since.',
    putBack: 'Put back what was done',
    askPutBack: 'Put this back, in Jira and in AWS?',
    goesBack: '{what}: each goes back',
    putBackStays:
      'What somebody changed since stays as it is, and the result names it. Further changes of these kinds wait until a person confirms them.',
    lastSync: 'Last sync',
    never: 'Not synced yet',
    seeResult: 'Result',
    seeResultOf: 'Result of the last sync of {name}',
    notSyncing: 'Not syncing',
    risks: 'Risks',
    risksUnknown: 'They are not known yet: a preview or a sync reads them, and you can ask AWS now.',
    risksFailed: 'AWS could not be asked for the risks',
    totalAsOf: 'All lenses together, as AWS listed them {ago}.',
    pillarsAsOf: 'By lens and pillar, as read from AWS {ago}:',
    asOf: 'Read from AWS {ago}.',
    askNow: 'Ask AWS now',
    askNowOf: 'Ask AWS now for the risks of {name}',
    noLens: 'No lens is applied to this workload. Apply one in the AWS console, and answer its questions.',
  },

  /** How the last sync ended. */
  ended: {
    previewed: 'Previewed',
    applied: 'Done',
    'changed-since': 'Stopped: the plan had changed',
    refused: 'Stopped by the safety check',
    blocked: 'Could not work',
    failed: 'Failed',
  },

  /** What to do about a link that is not active, beyond what the app says of it. */
  linkFix: {
    active: '',
    unlinked: 'To sync it again, a space admin links it in Space settings › Well-Architected.',
    'workload-gone':
      'If the review goes on in another workload, a space admin links that one in Space settings › Well-Architected.',
    'connection-deleted':
      'A space admin can link the workload through another connection in Space settings › Well-Architected.',
    'connection-not-usable':
      'Whoever owns the connection can test it where it is set up: the test says what is missing.',
    'record-unreadable': 'Its work items stay as they are until then.',
    'not-served': 'A Jira admin says which spaces a site connection serves.',
    'project-archived': 'Restore the space to sync again.',
    'project-deleted': 'Restore the space to sync again.',
  },

  lens: {
    status: {
      CURRENT: '',
      NOT_CURRENT: 'Newer version available',
      DEPRECATED: 'Deprecated',
      DELETED: 'Deleted',
      UNSHARED: 'No longer shared',
    },
    meaning: {
      CURRENT: '',
      NOT_CURRENT:
        'The lens has a newer version. Upgrade it in the AWS console when it suits the team; the next sync follows.',
      DEPRECATED:
        'AWS or the lens’s owner will not develop this lens any further. The review still works; plan to move to its successor.',
      DELETED:
        'The owner deleted this lens. What was answered stays readable, and cannot be upgraded. Its work items stay.',
      UNSHARED:
        'The owner no longer shares this lens with the account. Ask the owner to share it again, or remove it from the workload.',
    },
    version: 'Version {version}',
  },

  risks: {
    total:
      '{high, plural, one {# high risk} other {# high risks}} and {medium, plural, one {# medium risk} other {# medium risks}}.',
    none: 'No high and no medium risks.',
    unanswered: '{count, plural, one {# question is} other {# questions are}} not answered yet.',
    chart: 'Risks of {lens} by pillar',
    describeRow: '{pillar}: {high, number} high, {medium, number} medium',
    high: 'High',
    medium: 'Medium',
    unansweredShort: 'Unanswered',
    noneShort: 'No improvements',
    pillar: 'Pillar',
    showTable: 'Show as a table',
    hideTable: 'Hide the table',
    tableOf: '{lens}: questions by pillar and risk',
    noRisk: 'No risk',
    noRiskYet: 'No high or medium risk, {count, number} unanswered',
  },
} as const;
