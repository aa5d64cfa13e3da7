/** Words of automatic mode, by code: ICU messages. */
export const automatic = {
  'automatic-off': 'Automatic mode was switched off meanwhile.',
  'aws-connector':
    "AWS's own Jira connector is switched on for this workload: both would make work items and move them. Switch it off in the AWS Well-Architected Tool, or confirm that both may work (besideAwsConnector).",
  'review-just-changed': 'The review was changed a moment ago',

  'aws-connector-unknown':
    "Whether AWS's own Jira connector works on this workload could not be found out: {because} Mend that, or confirm that both may work (besideAwsConnector).",

  'event-out-of-time':
    'The event is older than {hours, plural, one {# hour} other {# hours}}, or more than {minutes, plural, one {# minute} other {# minutes}} ahead.',
  'event-too-large': 'The body has more than 64 KiB.',
  'event-no-json': 'The body is no JSON.',
  'event-not-as-sent': 'Not as aws/events.yaml sends it: {places}.',
} as const;
