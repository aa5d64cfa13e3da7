import type { AutomaticReasons } from '../../../../src/automatic/reasons';
import type { Samples } from '../said';

export const AUTOMATIC: Samples<AutomaticReasons> = {
  'automatic-off': [{}, 'Automatic mode was switched off meanwhile.'],
  'aws-connector': [
    {},
    "AWS's own Jira connector is switched on for this workload: both would make work items and move them. Switch it off in the AWS Well-Architected Tool, or confirm that both may work (besideAwsConnector).",
  ],
  'review-just-changed': [{}, 'The review was changed a moment ago'],
  'aws-connector-unknown': [
    { because: { code: 'text', params: { text: 'AWS is busy.' } } },
    "Whether AWS's own Jira connector works on this workload could not be found out: AWS is busy. Mend that, or confirm that both may work (besideAwsConnector).",
  ],
  'event-out-of-time': [
    { hours: 36, minutes: 15 },
    'The event is older than 36 hours, or more than 15 minutes ahead.',
  ],
  'event-too-large': [{}, 'The body has more than 64 KiB.'],
  'event-no-json': [{}, 'The body is no JSON.'],
  'event-not-as-sent': [
    { places: ['account', 'region'] },
    'Not as aws/events.yaml sends it: account, region.',
  ],
};
