/** The handlers that manifest.yml names; nothing else. */
export { handleResolver as resolver } from './handlers/resolver';
export { handleQueueEvent as syncConsumer } from './handlers/queue-consumer';
export { handleJiraEvent as jiraEvents } from './handlers/jira-events';
export { handleAwsEvent as awsEvents } from './handlers/aws-events';
export { pollAws, reconcileJira, reportPeople } from './handlers/schedules';
