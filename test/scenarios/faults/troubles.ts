/** What goes wrong while two changes are on their way: rows of the fault table, for tests and for the bench. */
import type { FaultsInput, FaultyService } from '../../../sandbox/site/faults/model';

export interface Trouble {
  /** In plain English, as a row of the table. */
  readonly name: string;
  readonly faults: FaultsInput;
  /** Minutes that it lasts from the changes on; without them one call meets it, and then it is over. */
  readonly lasts?: number;
  /** Of a trouble of one call: which calls of the app's work are tried, each with changes of their own. */
  readonly calls?: { readonly of: FaultyService; readonly numbers: readonly number[] };
  /** What is changed; by default an answer in AWS and a card in Jira. */
  readonly only?: 'answer' | 'card';
  /** How far AWS's clock is ahead. */
  readonly awsAheadMs?: number;
  /** A person starts a sync in manual mode; by default automatic mode does all. */
  readonly isManual?: true;
  /** Minutes until both sides agree at the latest, from its end on; an hour unless said otherwise. */
  readonly within?: number;
}

const HOUR = 60;
const DAY_MS = 86_400_000;
/** Of a run: its first ones, some in its middle, some after its last write. */
const ONE_OF_RUN = [1, 2, 3, 4, 5, 7, 9, 12, 16];

/** What Jira and AWS do wrong. */
export const OF_SERVICES: readonly Trouble[] = [
  { name: 'nothing', faults: {}, lasts: 0 },
  { name: 'Jira answers 503 for an hour', faults: { jira: { 'server-error': 1 } }, lasts: HOUR },
  {
    name: 'Jira answers 429 with Retry-After for an hour',
    faults: { jira: { 'quota-tenant': 1 } },
    lasts: HOUR,
  },
  {
    name: 'a gateway answers 429 without Retry-After and reason for an hour',
    faults: { jira: { gateway: 1 } },
    lasts: HOUR,
  },
  { name: 'Jira asks to wait for 3,000 years, for an hour', faults: { jira: { 'far-off': 1 } }, lasts: HOUR },
  { name: 'AWS throttles for an hour', faults: { aws: { throttled: 1 } }, lasts: HOUR },
  { name: 'AWS answers 5xx for an hour', faults: { aws: { 'server-error': 1 } }, lasts: HOUR },
  {
    name: 'one answer of Jira is truncated',
    faults: { jira: { truncated: 1 } },
    calls: { of: 'jira', numbers: ONE_OF_RUN },
  },
  {
    name: 'one answer of AWS is truncated',
    faults: { aws: { truncated: 1 } },
    calls: { of: 'aws', numbers: ONE_OF_RUN },
  },
  { name: 'AWS’s clock is a day ahead', faults: {}, lasts: 0, awsAheadMs: DAY_MS },
];

const OF_STORAGE = [
  ['rate-limited', 'one call of storage is answered 429'],
  ['server-error', 'one call of storage is answered 500'],
  ['reset', 'one call of storage ends in a reset'],
  ['lost', 'one call of storage is done and its answer lost'],
] as const;

/** What the platform does wrong, and EventBridge. */
export const OF_PLATFORM: readonly Trouble[] = [
  ...OF_STORAGE.map(([fault, name]): Trouble => {
    const numbers = [1, 2, 3, 5, 8, 12, 17, 23, 30, 40, 55, 70, 85];
    return { name, faults: { storage: { [fault]: 1 } }, calls: { of: 'storage', numbers } };
  }),
  { name: 'storage answers 500 for an hour', faults: { storage: { 'server-error': 1 } }, lasts: HOUR },
  {
    name: 'the queue loses every event for 15 minutes',
    faults: { queueDeliveries: { lose: 1 } },
    lasts: 15,
  },
  {
    name: 'the queue loses the event of a run in manual mode',
    faults: { queueDeliveries: { lose: 1 } },
    lasts: 5,
    isManual: true,
  },
  {
    name: 'the queue delivers twice while runs wait for Jira, for an hour',
    faults: { queueDeliveries: { deliverTwice: true }, jira: { 'server-error': 1 } },
    lasts: HOUR,
  },
  {
    name: 'the answer of one push is lost',
    faults: { queue: { lost: 1 } },
    calls: { of: 'queue', numbers: [1, 2, 3, 4] },
  },
  { name: 'the answers of pushes are lost for an hour', faults: { queue: { lost: 1 } }, lasts: HOUR },
  { name: 'Jira’s event of a card is lost', faults: { jiraEvents: { lose: 1 } }, lasts: 0, only: 'card' },
  { name: 'EventBridge’s event is lost', faults: { awsEvents: { lose: 1 } }, lasts: 0, only: 'answer' },
];
